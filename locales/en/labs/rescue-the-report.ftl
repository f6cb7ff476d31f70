title = Rescue the deleted report
summary = A report was overwritten by mistake and then deleted. Bring it back, keep its history, and see to it that old versions do not pile up elsewhere.
story = The quarterly report of the sales team is gone from { $bucket }. Yesterday somebody saved a broken table over reports/quarter.csv, and an hour ago somebody deleted the file to be rid of it. The bucket keeps versions. Bring the last good edition back, and lose nothing of what was there before. While you are at it: status/today.csv is written anew again and again, and all its old versions are still there and still on the bill.
question = reports/quarter.csv is gone from { $bucket }: overwritten with a broken table, then deleted. How do you bring the last good edition back without losing the editions before it? And how do you make sure that, of status/today.csv, only the current version and the { $keep } before it are left, once a version has not been current for { $age } days?
debrief = In a bucket with versioning, deleting and overwriting only add something on top: a delete marker, or a new version. So there were several ways back: take away what lies on top, or put the old edition on top once more. The second way loses nothing. Only deleting with a version id is for good. And because nothing goes by itself, versions need a lifecycle rule of their own; a rule for the whole bucket would have taken the draft of the report as well.

task-back-title = The last good edition of reports/quarter.csv can be read again
task-back-why = The sales team needs the table with the numbers. The broken edition is no help to them, and the draft has no numbers.
task-history-title = At the end, the report is still there, and so is its draft
task-history-why = An auditor may ask what stood in the report before. A version that was deleted by its id, or by a rule, cannot be had again.
task-tidy-title = At the end, the current version of status/today.csv and the { $keep } before it are left
task-tidy-why = Every version costs what its bytes cost. A file that is written daily is 365 files after a year. But without any older version, nobody could take back a mistake.

hint-back-1 = The list of the bucket shows no such file. And yet its bytes are still on the bill.
hint-back-2 = A normal list shows only what is current. Ask for all versions of the key.
hint-back-3 = A delete without a version id puts a delete marker on top. Below it lies the broken edition, and below that the good one. What is on top is what everybody reads.
hint-back-4 = Find the version id of the good edition with aws s3api list-object-versions. Then copy it onto its own key with aws s3api copy-object --copy-source BUCKET/KEY?versionId=ID, or delete the marker and the broken edition by their version ids.
hint-history-1 = Look at the versions of the report again when { $age } days are over, and some more. Are all of them still there?
hint-history-2 = Look at which keys your rule is for.
hint-history-3 = A rule without a prefix is for every key in the bucket. The { $keep } newest old versions stay; the draft is older than those.
hint-history-4 = Give the rule the filter Prefix status/. If the draft is gone already, go back to before the rule.
hint-tidy-1 = List the versions of status/today.csv. How many are there, and who will ever take them away?
hint-tidy-2 = Look at the lifecycle of the bucket. There are actions for current versions, and others for those that are not current any more.
hint-tidy-3 = NoncurrentVersionExpiration deletes versions some days after a newer one took their place. NewerNoncurrentVersions says how many of them stay all the same.
hint-tidy-4 = Run aws s3api put-bucket-lifecycle-configuration with one rule: filter Prefix status/, NoncurrentDays { $age }, NewerNoncurrentVersions { $keep }.

step-look-title = Look at what is there
step-look-text = First list the bucket as everybody does, then list all versions. Compare: what is on top of reports/quarter.csv, and what lies below?
step-marker-title = Take the delete marker away
step-marker-text = Delete the marker itself, by its version id. What will people read then under reports/quarter.csv?
step-marker-nothing = Nothing: the file stays deleted
step-marker-broken = The broken edition
step-marker-final = The last good edition
step-copy-title = Put the good edition on top
step-copy-text = Copy the good version onto its own key. That makes a new version, and nothing below it is lost.
step-rule-title = A rule for old versions
step-rule-text = Of the files under status/, versions that have not been current for { $age } days go, except the { $keep } newest of them. The report is left alone.
step-wait-title = Let time pass
step-wait-text = Sixty days later, list the versions again. Which are gone, and which have stayed?

checkpoint-back = The report is back
