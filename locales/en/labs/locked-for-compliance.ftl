title = Locked for compliance
summary = Books stay until their date, whoever wants them gone. A mistake is undone, and what is over goes by itself.
story = The books of a company lie in { $bucket } under ledgers/. Somebody has just deleted ledgers/2025-q3.csv by mistake; the bucket keeps versions. The tax office wants both quarters, 2025-q3 and 2025-q4, kept until { $until }. Under ledgers/daily/ a journal arrives each day, and each one must be kept and stay readable for { $keep } days from the day it was written. Kept means: nobody deletes it and nobody brings its date forward, not your administrator and not --profile root. But data protection law does not want the journals longer than needed: once their days are over and a few more have passed, nothing of them may be left, no version and no marker. The lab is over after { $days } days.
question = ledgers/2025-q3.csv in { $bucket } was deleted by mistake. How do you get it back, keep both quarters until { $until } and each journal under ledgers/daily/ for { $keep } days, so that not even --profile root can delete one or shorten its time? And how do you see to it that a journal whose time is over goes with all its versions and markers, while whatever must be kept stays readable for all { $days } days?
debrief = Three things look alike and are not. Versioning makes mistakes undoable: a delete without a version id puts only a marker on top. It stops nobody who names the version id. Object Lock stops that, version by version, and in two modes. In governance mode, whoever has s3:BypassGovernanceRetention lifts the lock; in compliance mode nobody does, root included. A legal hold has no date and is taken off by whoever may. A bucket policy lasts until somebody deletes it. The third thing is the end: a lifecycle rule waits for a lock, but a rule that is too early hides the object behind a marker while its locked bytes stay. For the end in a bucket with versions you need all three: expiration puts the marker on, noncurrent expiration takes the bytes, and ExpiredObjectDeleteMarker takes the marker. And choose the time with care: a lock that is too long costs storage, and nobody can take it back.

task-undone-title = At the end, ledgers/2025-q3.csv can be read as it was last
task-undone-why = The tax office wants the table with the wages. The draft below it has none.
task-fixed-title = Until { $until } nobody can delete the quarters or bring their date forward, root included
task-fixed-why = Books are kept so that they cannot be bent. If one person can lift the protection, a stolen password can as well.
task-new-ones-title = The journals are locked as they arrive, and no read fails
task-new-ones-why = A journal arrives each day, and nobody will lock each one by hand. It is of use only while it can be read.
task-gone-title = At the end, nothing is left of the journals whose time is over
task-gone-why = Personal data that is no longer needed must go. Hidden versions are still there, and still on the bill.

hint-undone-1 = List the bucket as everybody does, then all versions of ledgers/2025-q3.csv. What is on top?
hint-undone-2 = Look at what was there before, and at what your rules do with it until the end.
hint-undone-3 = A delete without a version id puts a delete marker on top, and an expiration rule does the same. Below it lie the last edition and the draft. A rule for all of ledgers/ hides the quarters as well.
hint-undone-4 = Delete the marker by its version id, which aws s3api list-object-versions shows, or copy the last version onto its own key. Give the rule the prefix ledgers/daily/.
hint-fixed-1 = With --profile root and the option that bypasses locks, try to delete version null of ledgers/2025-q4.csv. Were you stopped, and by what?
hint-fixed-2 = Look at the lock of each version by itself. What was there before Object Lock was turned on may have none.
hint-fixed-3 = Only retention in compliance mode is lifted by nobody. Governance mode yields to a permission, a legal hold to whoever may take it off, and a policy to whoever deletes it.
hint-fixed-4 = Run aws s3api put-object-retention for 2025-q3.csv and 2025-q4.csv with Mode=COMPLIANCE and RetainUntilDate={ $until }T00:00:00Z. If it is too short so far, lengthening it is always allowed.
hint-new-ones-1 = Wait two days and ask for the retention of the newest journal. And look in sim status for reads that failed.
hint-new-ones-2 = Look at the Object Lock configuration of the bucket, and at the day on which your rule acts.
hint-new-ones-3 = The bucket can have a default retention, which every later upload gets. A lock does not keep a lifecycle rule from putting a delete marker on top: whoever reads then finds nothing.
hint-new-ones-4 = Run aws s3api put-object-lock-configuration with ObjectLockEnabled=Enabled and DefaultRetention Mode COMPLIANCE, Days { $keep }. Set Expiration to { $keep } days, not to fewer.
hint-gone-1 = At the end, list all versions under ledgers/daily/{ $old }/. What is still there?
hint-gone-2 = Look at what your lifecycle rule does with versions that are not current any more, and with markers that have nothing below them.
hint-gone-3 = In a bucket with versions, Expiration puts only a marker on top. NoncurrentVersionExpiration takes the version, as soon as its lock is over. The marker that is left goes with ExpiredObjectDeleteMarker.
hint-gone-4 = Write two rules with the prefix ledgers/daily/: one with Expiration Days { $keep } and NoncurrentDays 1, one with ExpiredObjectDeleteMarker true. If the default lock is too long, go back to before it: nobody can shorten it.

step-look-title = See what is there
step-look-text = The list shows 2025-q4 and no 2025-q3. The list of versions shows a marker on top of 2025-q3, and two versions below it. 2025-q4 is from before versioning, so its version is called null.
step-undelete-title = Undo the mistake
step-undelete-text = The marker goes by its own version id, and what lay below it is current again.
step-lock-title = Lock the bucket
step-lock-text = Object Lock is turned on with a default: compliance mode, { $keep } days. Since 2023 that works for existing buckets, too. Which files are locked now?
step-lock-all = All that lie in the bucket
step-lock-later = Only those that come from now on
step-old-title = Lock what is there already
step-old-text = The default is for later uploads. The two quarters each get a date of their own.
step-root-title = Root tries
step-root-text = The root user of the account names the version and asks for the bypass. The bypass is for governance mode; in compliance mode it is refused.
step-mistake-title = The same mistake once more
step-mistake-text = Somebody deletes 2025-q4, as everybody does, without a version id. What happens to the locked file?
step-mistake-refused = The delete is refused, the file stays in the list
step-mistake-hidden = The file is hidden, and its version is still there
step-mistake-lost = The file is gone
step-again-title = Undo this one as well
step-again-text = A marker is never locked. Deleting it by its version id brings the file back.
step-rule-title = An end for the journals
step-rule-text = After { $keep } days a journal gets a marker; a day later its version goes, because its lock is over; then the marker goes. The prefix leaves the quarters alone.
step-wait-title = Let the time pass
step-wait-text = No read failed, the journals of ledgers/daily/{ $old }/ have gone without a trace, and younger ones are there.

checkpoint-fortnight = After two weeks
