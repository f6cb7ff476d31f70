### The encryption bench: five ways, the layers of keys, who reads, the records, calls to KMS.

panel-encryption = Encryption

## Start states
encryption-start-ways = Five ways
encryption-start-key = Lose the key
encryption-start-calls = Calls to KMS

## Beats
encryption-beat-ways-question = A patient's record is to lie encrypted in S3. There are five ways, all with AES-256. What is the difference, if not the cipher?
encryption-beat-upload = The record was uploaded in all five ways. Choose a way: what was sent, what is stored, and who keeps the key?
encryption-beat-layers = Objects stored: { $n }. All bytes here are real AES-256-GCM. Compare DSSE-KMS with SSE-KMS, and client-side with all others.
encryption-beat-ways = Predict: the auditor may read in S3 and loses kms:Decrypt. Which objects does the auditor still get as plain text?
encryption-predict-ways-s3-only = SSE-S3 alone
encryption-predict-ways-not-kms = SSE-S3, SSE-C and client-side
encryption-predict-ways-s3-and-kms = SSE-S3, SSE-KMS and DSSE-KMS
encryption-beat-take = The auditor's policy has lost kms:Decrypt. Nothing about the bucket or its objects has changed. Read the right column.
encryption-beat-readers = The auditor reads as plain text: { $ways }. The other objects are refused, or come as bytes that say nothing.
encryption-beat-readers-none = The auditor reads none of the objects as plain text.
encryption-beat-records = Data events: { $data }, which only a trail records that is told to. Calls from S3 to KMS: { $kms }, recorded without being asked for. Only KMS leaves that second line.
encryption-beat-ways-why = All five encrypt alike. They differ in who keeps the key, so in who else can say no. With KMS that is a policy you can change at any time, and CloudTrail records each use.
encryption-beat-key-question = Three objects depend on S3's keys or on yours, two on the KMS key alias/records. Somebody schedules the deletion of that key. What happens to the objects?
encryption-beat-pending = Predict: the key waits 7 days for its deletion. What does the administrator's GET of the SSE-KMS object answer today?
encryption-predict-pending-reads = 200: the key is still there
encryption-predict-pending-waits = Refused until somebody cancels
encryption-predict-pending-gone = Refused for ever
encryption-beat-schedule = GET answers { $code }: the key's state is { $state }. The administrator may do everything, and still gets nothing. The object itself has not changed.
encryption-beat-cancel = The deletion was cancelled and the key enabled again, and the object opens. The waiting period is there for this.
encryption-beat-deleted = GET answers { $code }. The key is deleted, and nobody has another one: the object is there, its bytes are there, and they say nothing any more.
encryption-beat-key-reads = GET answers 200: the key can be used.
encryption-beat-key-nothing = There is no SSE-KMS object now. Upload it, and read it again.
encryption-beat-key-why = An object under a KMS key is as safe, and as lost, as its key. A disabled key or one that waits for deletion stops reads and writes at once; a deleted one does so for good. So KMS waits 7 to 30 days.
encryption-beat-calls-question = Two buckets take the same load and encrypt with SSE-KMS. One has a bucket key, the other has not. Each read needs its data key back from KMS. Or does it?
encryption-beat-calls = Predict: how many calls to KMS does the bucket with a bucket key make, compared with the other one?
encryption-predict-calls-same = About as many
encryption-predict-calls-tenth = About a tenth
encryption-predict-calls-hundredth = Less than a hundredth
encryption-beat-month = A month of the same load on both: 30 GB in objects of 100 KB, each read once a day.
encryption-beat-bill = Calls to KMS: { $each } for { $each-cost } without a bucket key, { $shared } for { $shared-cost } with one. Every object is encrypted either way.
encryption-beat-switch = Bucket keys were turned on for each-417 on the first day. Calls of the last two months: { $before }, then { $now }. Old objects keep the data keys they have; new ones share.
encryption-beat-switch-off = Bucket keys are off for each-417. Calls of the last two months: { $before }, then { $now }.
encryption-beat-calls-why = With a bucket key, S3 asks KMS once for a key of the bucket and makes data keys from it for a while. It saves calls and money, up to 99% by AWS's word. CloudTrail then shows fewer lines, and names the bucket in place of the object.

## The objects
encryption-ways-head = One record, five ways, two readers
encryption-way-client = Client-side
encryption-column-way = Way
encryption-column-admin = Administrator (has all keys)
encryption-column-auditor = Auditor (s3:GetObject)
encryption-seen-nothing = not there
encryption-seen-plain = plain text
encryption-seen-sealed = 200, but ciphertext
encryption-holder-s3 = S3 keeps the key that wraps each data key. Whoever may read in S3 gets plain text.
encryption-holder-kms = AWS KMS keeps the key that wraps each data key. A reader needs kms:Decrypt on it as well.
encryption-holder-dual-layer = As SSE-KMS, and S3 encrypts the result once more with a key of its own.
encryption-holder-customer = You send the key with each request. AWS forgets it, and keeps only a value to know it again by.
encryption-holder-client = You encrypt before the upload. To S3 it is just bytes, which it encrypts once more by its default.

## Layers
encryption-layers-head = What is stored: { $way }
encryption-layers-none = This object is not there yet. Upload it.
encryption-bytes-plain = Plain text
encryption-bytes-sent = Sent to S3
encryption-bytes-between = After the first layer
encryption-bytes-stored = Stored in S3
encryption-layer-data-key = AES-256-GCM with a data key of this object: { $key } It exists in the clear only while it works.
encryption-layer-customer = AES-256-GCM with the key of your request: { $key } AWS does not store it.
encryption-layer-client = AES-256-GCM with a key that only the client has: { $key }
encryption-kept-s3 = Beside the object lies the data key wrapped by S3's own key: { $wrapped }
encryption-kept-kms = Beside the object lies the data key wrapped by the KMS key { $name } ({ $state }): { $wrapped }
encryption-kept-gone = The KMS key is deleted. Nobody can unwrap the data key beside the object.

## Buttons
encryption-chosen = { $way }:
encryption-put = Upload
encryption-put-hint = Uploads the record again in this way: PutObject.
encryption-get-admin = GET as administrator
encryption-get-auditor = GET as auditor
encryption-get-hint = Reads the object: GetObject. The administrator sends the key for SSE-C along, the auditor has none.
encryption-block = Refuse SSE-C
encryption-allow = Allow SSE-C
encryption-block-hint = New buckets refuse SSE-C since April 2026. This bucket allows it: PutBucketEncryption.
encryption-give = Give the auditor kms:Decrypt
encryption-take = Take kms:Decrypt from the auditor
encryption-decrypt-hint = Writes the auditor's IAM policy anew: PutUserPolicy.
encryption-key = KMS key { $name }, { $state }:
encryption-key-gone = The KMS key is deleted for good.
encryption-disable = Disable
encryption-disable-hint = Nobody can use the key until it is enabled again: DisableKey.
encryption-enable = Enable
encryption-enable-hint = The key can be used again: EnableKey.
encryption-schedule = Delete in 7 days
encryption-schedule-hint = Schedules the deletion of the key: ScheduleKeyDeletion. Between 7 and 30 days can pass until then.
encryption-cancel = Cancel the deletion
encryption-cancel-hint = The key stays, and is disabled: CancelKeyDeletion.
encryption-later = 8 days later
encryption-later-hint = Lets 8 days pass: the waiting period ends.
encryption-load = Start the load
encryption-load-hint = Both buckets take 30 GB a month in objects of 100 KB, each read once a day for 30 days.
encryption-month = 30 days later
encryption-month-hint = Lets 30 days pass under the load.
encryption-bucket-key-turn-on = Bucket key on: { $bucket }
encryption-bucket-key-turn-off = Bucket key off: { $bucket }
encryption-bucket-key-hint = Holds for new objects: PutBucketEncryption with BucketKeyEnabled.

## Calls
encryption-calls-head = Calls to KMS
encryption-calls = { $n } calls
encryption-calls-of = of { $n } requests to S3
encryption-calls-none = No load yet. Start it, and let time pass.
encryption-calls-how = How it is counted: one call for each object written and read, { $price } for 1,000. A bucket key is asked for once a day here; AWS says only that it is short-lived, and saves up to 99%. The free requests of a month are left out.
encryption-bucket-key-on = with a bucket key
encryption-bucket-key-off = without a bucket key
encryption-n-calls = Calls to the KMS key so far: { $n } ({ $cost })

## Records
encryption-records-head = What CloudTrail records
encryption-records-hint = Newest first. Point at a line to read its record.
encryption-records-none = No call yet.
encryption-records-more = { $n } more are on the trail's screen.
encryption-record-by = by { $user }
encryption-record-through = by S3 for { $user }
encryption-record-data = data event
encryption-record-management = management event

## What happened
encryption-happened = What happened
encryption-nothing-yet = No request was sent yet. Press a button, or go to the next beat.
encryption-did-put-s3 = SSE-S3: S3 made a data key and wrapped it with a key of its own.
encryption-did-put-kms = SSE-KMS: S3 asked KMS for a data key (GenerateDataKey), in the clear and wrapped.
encryption-did-put-dual-layer = DSSE-KMS: a first layer under a data key from KMS, a second one under a key of S3's.
encryption-did-put-customer = SSE-C: S3 encrypted with the key of the request and forgot it.
encryption-did-put-client = Client-side: what was sent was ciphertext already. S3 encrypted it once more by its default.
encryption-did-get-admin = The administrator read { $way }: 200.
encryption-did-get-auditor = The auditor read { $way }: 200.
encryption-did-get-sealed = The auditor got { $way }: 200, and bytes that only the client's key opens.
encryption-did-policy = The auditor's IAM policy was written anew.
encryption-did-default = The bucket's encryption settings were changed. What is stored stays as it is.
encryption-did-schedule = The deletion of the KMS key is scheduled. Until then nobody can use it, and it costs nothing.
encryption-did-cancel = The deletion was cancelled. The key is Disabled now: enable it to use it.
encryption-did-disable = The KMS key is disabled.
encryption-did-enable = The KMS key is enabled.
encryption-did-load = A load was started.
encryption-did-other = { $operation }: done.
encryption-refused-here = The command could not be sent.
encryption-refused-get-admin = The administrator's GET of { $way } was refused.
encryption-refused-get-auditor = The auditor's GET of { $way } was refused.
encryption-refused-put = The upload of { $way } was refused.
encryption-refused-other = { $operation } was refused.
encryption-why-decrypt = S3 would have allowed it. KMS refused to unwrap the data key: no policy gives the caller kms:Decrypt on this key.
encryption-why-generate = KMS refused to make a data key: no policy gives the caller kms:GenerateDataKey on this key.
encryption-why-blocked = This bucket refuses SSE-C, as new buckets do. Allow it in the bucket's encryption settings.
encryption-why-customer-key = The object is under SSE-C. Send the same key along again: AWS does not have it.
encryption-why-disabled = The KMS key is disabled, so nobody gets a data key out of it. Enable it.
encryption-why-pending = The KMS key waits for its deletion and cannot be used. Cancel the deletion, then enable the key.
encryption-why-gone = There is no such KMS key any more. Data under it cannot be brought back.

## Notes for an instructor
encryption-note-ways-question = Ask who should be able to say no: AWS, the security team, or only the owner of the data.
encryption-note-upload = Four of the five uploads send the plain record. Ask which one does not.
encryption-note-layers = Follow one data key: in the clear for a moment, then wrapped beside the object. That is envelope encryption.
encryption-note-ways = Ask separately: refused, plain text, or 200 with bytes that say nothing.
encryption-note-take = One IAM policy changed, and no object. Show the undo.
encryption-note-readers = For SSE-C and client-side it made no difference: the auditor never had those keys.
encryption-note-records = Point at the line by S3 for the auditor. This is what an auditor wants to see.
encryption-note-ways-why = Exam hint: "control over the key and an audit trail" means SSE-KMS with a customer managed key.
encryption-note-key-question = Ask who in a company may schedule the deletion of a key.
encryption-note-pending = Many expect that the key works until the last day.
encryption-note-schedule = HEAD still answers: metadata is not under the key.
encryption-note-cancel = A cancelled key comes back disabled. Two steps, on purpose.
encryption-note-deleted = A copy of the object elsewhere under another key would help. A replica under the same key would not.
encryption-note-key-why = To take a key out of use, disable it first and watch who complains.
encryption-note-calls-question = Each call is cheap. Multiply it with millions of reads.
encryption-note-calls = Let the class estimate the number of calls before the beat.
encryption-note-month = Half of the requests are reads of older objects: the bars grow with the stock.
encryption-note-bill = The load is the same to the object. Only the number of calls differs.
encryption-note-switch = The change acts on new objects only, as every default does.
encryption-note-calls-why = The price of it: a coarser audit trail, with the bucket's ARN in the encryption context.
