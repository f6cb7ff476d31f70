### The versions bench: the stack, the requests, the answers, the bill, the locks.

panel-versions = Versioning

## Start states
versions-start-delete = Delete
versions-start-rescue = Rescue
versions-start-suspend = Suspended
versions-start-lock = Governance
versions-start-comply = Compliance

## Beats
versions-beat-delete-question = Three editions of report.txt lie in a bucket with versioning. Somebody deletes the object. What is left?
versions-beat-delete = Predict: after a DELETE without a version id, what does GET answer, and are fewer bytes stored?
versions-predict-delete-gone-less = GET answers 404, fewer bytes
versions-predict-delete-gone-same = GET answers 404, as many bytes
versions-predict-delete-older-less = GET answers the version before, fewer bytes
versions-beat-mark = The object was deleted without a version id. Look at the top of the stack, and below it.
versions-beat-other = The stack is not as in this beat. Compare the picture with what happened.
versions-beat-get = GET answers 404. Its headers name a delete marker. Versions below it: { $n }.
versions-beat-get-found = GET answers 200, and the text is { $title }.
versions-beat-get-refused = GET answers { $code }. There is no version to read.
versions-beat-bytes = The bill counts every version: { $all } in { $n ->
    [one] 1 version
   *[other] { $n } versions
 }. The version that is read now is { $current } of it.
versions-beat-delete-why = A DELETE without a version id only adds a delete marker. To remove data, delete by version id, or expire noncurrent versions by a lifecycle rule.
versions-beat-rescue-question = Somebody deleted report.txt, and GET answers 404. There is no backup. Can it be brought back?
versions-beat-rescue = Predict: which request takes the delete marker off the top?
versions-predict-rescue-again = One more DELETE
versions-predict-rescue-put = Uploading the object again
versions-predict-rescue-marker = A DELETE with the marker's version id
versions-beat-undelete = The marker was deleted by its version id. What lay below, { $title }, is the current version again.
versions-beat-marked-still = A delete marker is still on top. Delete it by its version id.
versions-beat-roll-back = An old version was copied on top. The current version is { $title }, and those between are still there.
versions-beat-rescue-why = A marker is a version with an id of its own. Delete it and the version below is current again. Rolling back copies an old version as a new one: no history is lost.
versions-beat-suspend-question = Two versions were written, then versioning was suspended. Where do further uploads go?
versions-beat-suspend = Predict: after two more uploads, how many versions are there?
versions-predict-suspend-four = 4: each upload adds one
versions-predict-suspend-three = 3: one null version is overwritten
versions-predict-suspend-two = 2: the top version is overwritten
versions-beat-puts = Two uploads with versioning suspended. Read the version ids one by one.
versions-beat-puts-enabled = Two uploads with versioning enabled again. Read the version ids one by one.
versions-beat-stack = Versions now: { $n }. Under the id null lies only the last upload, { $title }.
versions-beat-stack-no-null = Versions now: { $n }, each with an id of its own.
versions-beat-null-delete = Deleted while suspended: the null version is gone and a null marker lies in its place. Versions left: { $n }.
versions-beat-suspend-why = While suspended, a new object has the version id null, and the next PUT or DELETE replaces the null version. Versions from before stay, and stay on the bill.
versions-beat-lock-question = Report 2 must stay until the end of the year, whoever wants it gone. The administrator may do everything in the account. Can the administrator still delete it?
versions-beat-lock = Predict: the version is locked in governance mode. What does the administrator's DELETE with its version id do?
versions-predict-lock-deleted = It deletes: the administrator may do everything
versions-predict-lock-refused = It is refused: the version is locked
versions-predict-lock-marked = It adds a delete marker
versions-beat-lock-delete = The version was locked until 2026-12-31, and the administrator's DELETE was refused. Read which rule refused it.
versions-beat-lock-mark = A DELETE without a version id still works: it only adds a delete marker, and the locked version lies below it.
versions-beat-lock-clerk = The clerk sent the header that bypasses governance, and may do everything in S3 but that. It was refused.
versions-beat-lock-bypass = The administrator has the right s3:BypassGovernanceRetention, sent the header too, and the version is gone. It takes both.
versions-beat-lock-why = Governance mode keeps everybody out but those who have a special right and ask for it by name. A lock is on one version: new versions and delete markers still come on top.
versions-beat-comply-question = The bucket locks each new version for 30 days in compliance mode. Report 2 has such a lock. Who gets past it?
versions-beat-comply = Predict: who can delete report 2 before the date, with the header that bypasses governance?
versions-predict-comply-root = The root user of the account
versions-predict-comply-bypass = Who has s3:BypassGovernanceRetention
versions-predict-comply-nobody = Nobody
versions-beat-comply-root = The root user tried, with the header. Read which rule refused it.
versions-beat-comply-hold = A legal hold was put on it, and 31 days went by. The date is past, and the DELETE was refused all the same: the hold has no date.
versions-beat-comply-free = The hold was lifted, and the version could be deleted. Both locks had to be gone.
versions-beat-comply-why = In compliance mode, nobody shortens or lifts a lock, not even the root user, before its date. A legal hold has no date and goes when somebody with the right lifts it. Report 1 came before the default, so it was never locked.

## The stack
versions-stack-head = Version stack
versions-as-stack = Picture
versions-state-unset = Versioning: never enabled
versions-state-enabled = Versioning: enabled
versions-state-suspended = Versioning: suspended
versions-state-hint = One state for the whole bucket. Once enabled it is never off again, only suspended.
versions-empty = No version and no marker. Upload one.
versions-marker = Delete marker
versions-no-text = Object without text
versions-current = Current
versions-retained = { $mode } until { $until }
versions-held = legal hold
versions-lock-none = Object Lock: enabled, no default retention
versions-lock-default = Object Lock: new versions { $mode } for { $days ->
    [one] 1 day
   *[other] { $days } days
 }
versions-layer = { $title }, version id { $id }
versions-layer-current = { $title }, version id { $id }, current version
versions-hover = Version id { $id }, { $bytes }, written on { $date }. Click it, and the lower buttons are about this version.
versions-hover-marker = Version id { $id }, a marker of { $date }. It has no data. Click it, and the lower buttons are about this marker.

## Buttons
versions-put = Put { $file }
versions-put-hint = Uploads another text under the same key: PutObject.
versions-get-hint = Reads without a version id: the current version is meant.
versions-delete-hint = Deletes without a version id.
versions-undelete = Undelete
versions-undelete-hint = Deletes the delete marker on top by its version id. It needs a marker on top.
versions-enable = Enable versioning
versions-suspend = Suspend versioning
versions-switch-hint = Holds for the whole bucket: PutBucketVersioning.
versions-chosen = Chosen: { $title } ({ $id })
versions-get-version = Get this version
versions-get-version-hint = A GET with the version id.
versions-delete-version = Delete this version
versions-delete-version-hint = A DELETE with the version id: the data is gone for good.
versions-roll-back = Copy to the top
versions-roll-back-hint = Copies this version onto the same key, so that it is current: CopyObject.
versions-copy-id = Copy the version id
versions-enable-lock = Enable Object Lock
versions-enable-lock-hint = Lets versions of this bucket be locked, and cannot be taken back: PutObjectLockConfiguration. It needs versioning enabled.
versions-default-on = Lock new versions for 30 days
versions-default-off = No longer lock new versions
versions-default-hint = The bucket's default retention, in compliance mode: PutObjectLockConfiguration. It acts on later uploads only.
versions-govern = Governance, 30 days
versions-govern-hint = Locks the chosen version, or moves its date: PutObjectRetention.
versions-comply = Compliance, 30 days
versions-comply-hint = Locks the chosen version so that nobody can lift it: PutObjectRetention.
versions-hold = Legal hold
versions-lift = Lift the hold
versions-hold-hint = A lock without a date: PutObjectLegalHold.
versions-as = As
versions-as-hint = Who sends the requests about locks.
versions-actor-admin = administrator
versions-actor-clerk = clerk
versions-actor-root = root user
versions-delete-locked = DELETE the version
versions-delete-locked-hint = A DELETE with the version id, by whoever is chosen here.
versions-bypass = DELETE with bypass
versions-bypass-hint = The same with the header x-amz-bypass-governance-retention. It also takes the right s3:BypassGovernanceRetention.

## Answer and bytes
versions-get-head = GET { $key } now
versions-get-body = First line of the text: { $title }
versions-get-none = The key has no version and no marker.
versions-bytes-head = Bytes billed
versions-bytes = { $all } in { $n ->
    [one] 1 version
   *[other] { $n } versions
 } (current { $current })
versions-cost = { $n } such objects cost { $all } a month; the current versions alone { $current }
versions-how = How it is computed: bytes of all versions × { $price } for a GB and a month × { $n }. A GB is 2^30 bytes, and a marker has no data.
versions-listing = list-object-versions --bucket { $bucket }

## What happened
versions-happened = What happened
versions-nothing-yet = No request was sent yet. Press a button, or go to the next beat.
versions-did-put = { $title } lies on top as the new version { $id }. What was there before stays as a noncurrent version.
versions-did-put-null = { $title } became the null version: a suspended bucket makes no new version ids.
versions-did-put-over-null = { $title } overwrote the null version. What was there, { $gone }, is gone.
versions-did-put-over-marker = { $title } took the place of the null marker: a key has one null version.
versions-did-mark = A DELETE without a version id only adds a marker, { $id }. What lies below it ({ $n }) is as before.
versions-did-mark-over-null = A DELETE in a suspended bucket: the null version, { $gone }, is gone, and a null marker lies there.
versions-did-delete = { $gone } is gone for good: this bucket never had versioning.
versions-did-delete-version = A DELETE with a version id: { $gone } ({ $id }) is gone for good.
versions-did-undelete = The marker { $id } was deleted by its version id.
versions-now-current = The current version is now { $title }.
versions-now-none = There is now no current version to read.
versions-did-nothing = There was nothing to delete. Deleting what is not there is no error.
versions-did-roll-back = A copy of { $title } lies on top as the new version { $id }. The original is still there.
versions-did-enable = Versioning is enabled. From now on each upload gets a version id of its own.
versions-did-suspend = Versioning is suspended. What lies in the stack ({ $n }) stays, and new uploads become the null version.
versions-did-retain = { $title } is locked in { $mode } mode until { $until }.
versions-did-hold = There is a legal hold on { $title } until somebody lifts it.
versions-did-lift = The legal hold on { $title } was lifted.
versions-did-lock = Object Lock is enabled, without a default retention. Versions that are locked stay so.
versions-did-default = From now on each new version is locked by default. Those that are there stay as they are.
versions-did-get = 200, and the text is { $title }. Its version id is { $id }.
versions-why-no-such-key = There is no current version to read: a delete marker is on top, or the stack is empty. Name a version id, or undelete.
versions-why-method = A delete marker has no data, so it takes no GET. Name the id of a version with data.
versions-why-no-such-version = This key has no version with that id. Use an id from the stack.
versions-why-argument = S3 never made that version id. Copy one from the stack.
versions-why-request = This copy is refused: a marker has no data to copy, and copying the current version onto itself changes nothing. Choose an older version with data.
versions-why-state = A bucket with Object Lock keeps its versioning enabled: without versions, nothing could be protected.
versions-why-hold = There is a legal hold on { $title }. It has no date: lift it first, with s3:PutObjectLegalHold.
versions-why-governance = { $title } is locked in GOVERNANCE mode until { $until }. Who has s3:BypassGovernanceRetention may delete it, and must ask for it: "DELETE with bypass".
versions-why-no-bypass = The request asked to bypass the lock on { $title }, and the caller has no right to: no s3:BypassGovernanceRetention.
versions-why-compliance = { $title } is locked in COMPLIANCE mode until { $until }. Nobody can lift it before, not even the root user. Wait, or delete without a version id for a marker.
versions-why-shorten-governance = { $title } is locked in GOVERNANCE mode until { $until }. The date can be moved later by whoever may lock, and earlier only by a bypass.
versions-why-shorten-compliance = { $title } is locked in COMPLIANCE mode until { $until }. The date can be moved later, never earlier, and the mode stays.
versions-why-other = The request was refused and changed nothing. Read AWS's words and mend the command.

## Notes for an instructor
versions-note-delete-question = Ask who has deleted a file from a shared folder, and how it came back.
versions-note-delete = It asks two things at once: GET's answer and the bytes. Count hands.
versions-note-mark = Point at the marker, an empty frame. No layer of data is missing.
versions-note-get = Even a 404 names the marker in its headers. Compare it with a key that never existed.
versions-note-bytes = The filled piece of the bar is the current version. The bill is for the whole bar.
versions-note-delete-why = Go on to the noncurrent versions of the lifecycle bench.
versions-note-rescue-question = Let somebody read GET's answer aloud first.
versions-note-rescue = Uploading again does make it readable. Whether the marker goes away is another question.
versions-note-undelete = Point out that a DELETE brought something back.
versions-note-roll-back = Compare it with deleting everything above the old version. A copy can be taken back.
versions-note-rescue-why = s3:DeleteObject and s3:DeleteObjectVersion are two permissions. Ask who gets which.
versions-note-suspend-question = Ask whether suspending is the same as turning off.
versions-note-suspend = Count hands, then try it once with versioning enabled.
versions-note-puts = The second upload made the first one vanish. Show it once more with undo.
versions-note-stack = null is the version id itself: it can be named in GET and DELETE.
versions-note-null-delete = Here data really is gone. Compare it with the marker of the first start state.
versions-note-suspend-why = Suspending to save money does not lower the bill for versions that are there.
versions-read = S3's list of the versions; the arrow keys scroll it
versions-note-lock-question = Ask for an attack: a stolen administrator's key that deletes every backup.
versions-note-lock = The administrator has the right to bypass. The question is whether the right alone is enough.
versions-note-lock-delete = The message of AWS names the lock. Show the lock on the layer.
versions-note-lock-mark = Readers now get 404. The data under the marker is protected all the same.
versions-note-lock-clerk = s3:* with one Deny. Open the policy in the trail.
versions-note-lock-bypass = Two keys for one door: the right and the header. A script that deletes by mistake sends no header.
versions-note-lock-why = Governance mode is right for protection from accidents, and for trying out before compliance mode.
versions-note-comply-question = Ask for rules that demand it: accounting, medicine, trading.
versions-note-comply = Count hands for the root user. It is the usual guess.
versions-note-comply-root = Only closing the whole account gets past it. Ask what that means for a retention of 10 years set by mistake.
versions-note-comply-hold = A hold and a date are independent of one another. Lawyers put a hold where nobody knows a date.
versions-note-comply-free = Let somebody try report 1 as well: it has no lock, since the default came later.
versions-note-comply-why = Locked versions are billed until they may go. Lifecycle waits for locks, too.
