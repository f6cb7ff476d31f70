### The replication bench: two ends on a map, what is on its way, the rule, the costs.

panel-replication = Replication

## Start states
replication-start-old = Older objects
replication-start-deletes = Deletes
replication-start-needs = What it needs
replication-start-owner = Another owner
replication-start-logs = Logs in one Region
replication-start-encrypted = Encrypted objects

## Beats
replication-beat-old-question = photos-417 in Seoul holds a photo from the morning. A rule will copy the bucket to Tokyo. Which photos get there?
replication-beat-old = Predict: a rule is set, then noon.jpg is uploaded. Which objects are in Tokyo an hour later?
replication-predict-old-all = All of the bucket
replication-predict-old-new = Only noon.jpg
replication-predict-old-none = None: somebody must start the copying
replication-beat-rule = The rule is set, and noon.jpg was uploaded just now. Look at its status and at what is on its way.
replication-beat-arrived = An hour later. Compare both ends: key, version ID and status.
replication-beat-batch = A job of S3 Batch Replication went through the bucket and sent what the rule had not: morning.jpg is in Tokyo, with its version ID.
replication-beat-cost = 1,000 GB of new data a month: the second copy costs { $storage } a month, and moving it out of the Region { $transfer } once.
replication-beat-cost-within = 1,000 GB of new data a month: the second copy costs { $storage } a month. Nothing leaves the Region, so no transfer is billed.
replication-beat-old-why = A rule copies what is written after it, in one direction and with a delay. What was there before needs S3 Batch Replication.
replication-beat-deletes-question = plan.pdf lies at both ends. Somebody deletes it at the source. What do readers in Tokyo get?
replication-beat-deletes = Predict: an hour after a DELETE without a version ID, what does a GET in Tokyo answer?
replication-predict-deletes-object = The object
replication-predict-deletes-gone = 404
replication-beat-delete = The object was deleted at the source, and an hour has passed. Compare the tops of both stacks.
replication-beat-markers = Now the rule copies delete markers. The object was deleted once more, and the marker came to Tokyo.
replication-beat-by-id = A version was deleted by its ID. It is gone for good at the source, and still there in Tokyo.
replication-beat-deletes-why = A marker is copied only if the rule says so; a deletion by version ID never is. So nobody who gets into the source can wipe out the copy by way of replication. What lifecycle does is not copied either.
replication-beat-needs-question = The source has versioning, the bucket in Tokyo does not. The role copier trusts S3. Is that enough for a rule?
replication-beat-needs = Predict: what does S3 answer when the rule is set?
replication-predict-needs-refused = It refuses the rule
replication-predict-needs-waits = It saves the rule, and copies nothing yet
replication-predict-needs-enables = It saves the rule, and enables versioning
replication-beat-first = The rule was sent. Read the answer.
replication-beat-refused = S3 answered { $code }. Read AWS's words and the way out.
replication-beat-versioned = Versioning is enabled in Tokyo and the rule is saved. noon.jpg was uploaded, and an hour later its status is FAILED: the role lacks s3:ReplicateObject.
replication-beat-role = The role was put right. evening.jpg arrived. noon.jpg stays FAILED, since S3 does not try again by itself.
replication-beat-needs-why = Versioning at both ends is checked when the rule is saved. The role is tried at each copy. So watch FAILED and OperationsFailedReplication, and repair with S3 Batch Replication.
replication-beat-owner-question = The copies go to partner-417, a bucket of account 111122223333 in which ACLs still count. Its policy lets our role write.
replication-beat-owner = Predict: the partner reads the first copy in their own bucket. What do they get?
replication-predict-owner-reads = The object
replication-predict-owner-denied = AccessDenied
replication-predict-owner-none = Nothing: no copy comes to another account
replication-beat-partner = The copy is there, and the partner has asked for it. Read the answer.
replication-beat-partner-refused = The partner got { $code }: the copy still belongs to the account of the source.
replication-beat-partner-reads = The partner got the object, since their account owns it.
replication-beat-override = The rule now gives the copies to the owner of the destination. The partner asked for the next copy.
replication-beat-owner-why = Owner override makes the account of the destination the owner. Where ACLs are off (bucket owner enforced, today's default), the bucket's owner owns every copy anyway.
replication-beat-logs-question = Two applications write logs to buckets of their own, in Seoul. One bucket, in Seoul as well, is to gather them.
replication-beat-logs = Predict: what does moving the logs into the third bucket cost?
replication-predict-logs-free = No transfer: only requests and a second copy
replication-predict-logs-transfer = A transfer between Regions
replication-beat-gather = Both wrote a log, and an hour has passed. The third bucket has them all, each under its own key.
replication-beat-logs-why = Same-Region Replication gathers logs, or feeds a test account. It costs a second copy and the PUTs. Keys stay as they are, so let each source write under a prefix of its own.
replication-beat-encrypted-question = The rule copies the whole bucket. secret.jpg will be encrypted with a KMS key of Seoul.
replication-beat-encrypted = Predict: what becomes of secret.jpg?
replication-predict-encrypted-copied = It is copied, with the same key
replication-predict-encrypted-skipped = It is left out, and gets no status
replication-predict-encrypted-failed = Its status is FAILED
replication-beat-secret = secret.jpg and noon.jpg were uploaded, and an hour has passed. Compare their statuses.
replication-beat-named = Now the rule names SSE-KMS objects and a key in Tokyo. secret-2.jpg arrived, encrypted with that key.
replication-beat-encrypted-why = A KMS key belongs to one Region. The rule must ask for SSE-KMS objects and name a key for the copies; the role must be allowed to decrypt and to encrypt. SSE-S3 and SSE-C are copied without it.

## Map and ends
replication-seoul = Seoul
replication-tokyo = Tokyo
replication-map = { $from } to { $to }, about { $km } km. On its way: { $n }.
replication-map-within = { $from } to { $to }, within one Region. On its way: { $n }.
replication-source = Source
replication-target = Destination
replication-end = { $region } · account { $account } · { $versioning }
replication-versioned = versioning on
replication-unversioned = versioning off
replication-empty = Nothing here yet.
replication-marker = marker
replication-row = { $key }, version { $id }, { $bytes }. No rule asked for it.
replication-row-status = { $key }, version { $id }, { $bytes }. Status: { $status }.
replication-row-marker = Delete marker of { $key }, version { $id }. No rule asked for it.
replication-row-marker-status = Delete marker of { $key }, version { $id }. Status: { $status }.
replication-owner-same = It belongs to account { $account }, as the bucket does.
replication-owner-other = It belongs to account { $account }, not to the bucket's owner.
replication-seconds = { $n } s
replication-pending-hint = Versions that are still to be copied.
replication-bytes-hint = Bytes that are still to be copied.
replication-latency-hint = How long the oldest of them has been waiting.
replication-failed-hint = Versions of the source whose copying failed. S3 does not try them again by itself.
replication-until = The last of them arrives at { $at } (UTC).
replication-lag-how = In Skylab a copy takes 2 minutes, with Replication Time Control 15 seconds, and 1 second more for each 125 MB. AWS promises no time without it: most objects take less than 15 minutes, some take hours.
replication-idle = Nothing is on its way.

## Rule
replication-rules = Replication rule
replication-no-rule = This bucket has no rule.
replication-add-rule = Set a rule
replication-markers = Delete markers
replication-markers-hint = DeleteMarkerReplication: also copy delete markers.
replication-owner = Owner override
replication-owner-hint = AccessControlTranslation: the account of the destination owns the copies.
replication-cheaper = STANDARD_IA
replication-cheaper-hint = StorageClass: put the copies into a cheaper class.
replication-timed = Time Control
replication-batch = Existing objects
replication-batch-hint = A job of S3 Batch Replication (CreateJob): copies what was there before the rule, and what failed.
replication-timed-hint = Replication Time Control: 15 minutes for 99.9% of the objects, with metrics, for a fee.

## Handles
replication-minute = 1 minute
replication-quarter = 15 minutes
replication-choose = Upload an object first.
replication-chosen = Chosen: { $key } ({ $id })
replication-delete-version = DELETE by version ID

## Costs
replication-cost-head = What it costs
replication-cost-of = { $gb } GB of new data in a month, in objects of 1 MB
replication-cost-storage = Second copy, a month
replication-cost-requests = PUT at the destination
replication-cost-transfer = Out of the Region
replication-cost-timed = Time Control
replication-cost-sum = Sum
replication-cost-run = In this run: { $bytes } left the Region, copies at the destination: { $n }.
replication-cost-how = Storage { $storage } for a GB and a month, { $put } for 1,000 PUTs, { $out } for a GB from Seoul to Tokyo, Time Control { $timed } for a GB. Storage and PUTs are Seoul's prices of 2026-07-14; Tokyo's differ a little.

## What happened
replication-happened = What happened
replication-nothing-yet = No request was sent yet. Press a button, or go to the next beat.
replication-did-rule = The rule is saved. It holds for what is written from now on; versions that stay as they are: { $n }.
replication-did-write = { $key } was written. No rule asks for it.
replication-did-write-kms = { $key } was written under a KMS key. The rule does not ask for such objects.
replication-did-write-status = { $key } was written. Its status is { $status }.
replication-did-mark = { $key } got a delete marker. The rule does not copy it.
replication-did-mark-copied = { $key } got a delete marker, and the rule copies it.
replication-did-delete-version = A version of { $key } was deleted by its ID. That is never copied.
replication-did-arrive = Arrived: { $keys }.
replication-did-fail = Failed: { $keys }.
replication-did-pass = Time passed. Nothing arrived.
replication-did-read = { $key } was read: 200.
replication-did-version = Versioning of { $bucket } is enabled.
replication-did-batch = A job of S3 Batch Replication was made. On their way now: { $n }.
replication-did-allow = The role has other permissions now.
replication-why-source = Enable versioning on the source first.
replication-why-target = Enable versioning on the destination, then set the rule again. A bucket that is not there is answered alike.
replication-why-suspend = Remove the rule first. A source with a rule keeps its versioning.
replication-why-account = Name the account of the destination in the rule.
replication-why-key = Name a key for the copies in the rule.
replication-why-denied = The one who asks does not own the copy, and nothing grants it. Let the rule change the owner, or turn ACLs off in the destination.

## Notes for an instructor
replication-note-old-question = Ask whether "copy the bucket" means what is in it or what comes into it.
replication-note-old = Count hands. Many expect the first answer.
replication-note-rule = Point at PENDING, and at the dot on its way.
replication-note-arrived = The version IDs are the same at both ends.
replication-note-batch = Ask what this does to the bill of a bucket with a million objects: each is a request, and each GB a transfer.
replication-note-cost = Change the amount. Then turn on the cheaper class.
replication-note-old-why = Ask for the recovery point: how much is lost if Seoul vanishes now?
replication-note-deletes-question = Ask what should happen: is it a mistake or a wish?
replication-note-deletes = Both answers can be had. It depends on the rule.
replication-note-delete = A GET in Tokyo still answers 200.
replication-note-markers = Read the version ID of both markers.
replication-note-by-id = Compare it with somebody who has stolen the keys.
replication-note-deletes-why = Together with Object Lock and another account this is the way against ransomware.
replication-note-needs-question = Collect what copying needs before you go on.
replication-note-needs = Count hands.
replication-note-first = AWS does not say which bucket; here it is the destination.
replication-note-versioned = The rule was saved although the role cannot write. Nobody was told.
replication-note-role = Ask how to find every FAILED object: S3 Inventory, or events.
replication-note-needs-why = The event OperationFailedReplication names the reason.
replication-note-owner-question = Ask who pays for the copies: the owner of the bucket.
replication-note-owner = The policy lets the role write. It says nothing about reading.
replication-note-partner = Point at the owner in the tooltip of the row.
replication-note-override = Two more things were needed: the account in the rule, and a permission in role and bucket policy.
replication-note-owner-why = Old buckets still have ACLs. New ones since April 2023 do not.
replication-note-logs-question = Ask why not let both write into one bucket.
replication-note-logs = Count hands.
replication-note-gather = Two sources, two rules, one destination.
replication-note-logs-why = Ask what happens if both write the same key.
replication-note-encrypted-question = Ask where a KMS key lives.
replication-note-encrypted = The third answer is the best wrong one.
replication-note-secret = No status at all: the easiest way to have no copy and not know.
replication-note-named = The ETag differs, since the ciphertext does.
replication-note-encrypted-why = Write on the board: two keys, two permissions.
