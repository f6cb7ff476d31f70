### The bill bench: a shop's bucket, month by month, its bill broken down and lowered.

panel-s3-bill = What S3 costs
s3-bill-start-break-down = Break down
s3-bill-start-lower = Lower
s3-bill-start-trap = Trap

## Beats: break down
s3-bill-beat-break-down-question = A shop keeps 400 GB of photos. Each month it writes 2 million thumbnails and 200 GB of exports, which a rule deletes after 7 days, and 500 GB go out to readers on the internet. What will the month cost?
s3-bill-beat-largest = Predict: which of the three costs most in this month?
s3-bill-predict-largest-storage = Storage
s3-bill-predict-largest-requests = Requests
s3-bill-predict-largest-transfer = Data out to the internet
s3-bill-beat-month = { $month } costs { $total }: storage { $storage }, requests { $requests }, and data out { $transfer } for { $gb } GB. Click a bar to see its lines.
s3-bill-beat-hidden = Of { $bytes } that lie there, { $old } ({ $old-share }) are old versions: the exports that the rule deleted. Versioning kept them, and they are billed.
s3-bill-beat-break-down-why = Storage is one line among several. Find the longest bar first, then the lines in it: which class, which request, which bytes that nobody needs.

## Beats: lower
s3-bill-beat-lower-question = The month before, the bucket cost as the hollow bars show. Photos are hardly read, old versions of exports are needed by nobody, and thumbnails are written one by one. What helps?
s3-bill-beat-lowered = Predict: photos go to GLACIER_IR, old versions are deleted, and thumbnails are packed 1,000 to an object. What is left of storage and requests together?
s3-bill-predict-lowered-less = Somewhat less
s3-bill-predict-lowered-half = Less than half
s3-bill-predict-lowered-none = No less
s3-bill-beat-rules = Two rules are put: photos go to { $class } after 30 days, and old versions of exports are deleted after 1 day. They act at midnight.
s3-bill-beat-packed = { $month } was billed { $billed } instead of { $usual }, which is { $share }. Storage { $storage } (as usual { $usual-storage }), requests { $requests } (as usual { $usual-requests }).
s3-bill-beat-left = Data out is as before: { $transfer }. No rule of the bucket lowers it, only where the readers are. Choose another place and compare.
s3-bill-beat-lower-why = Storage shrinks by class and by rules that reach old versions, too. Requests shrink with fewer, larger objects. Data out shrinks if readers are in the Region or behind CloudFront.

## Beats: trap
s3-bill-beat-trap-question = STANDARD_IA costs about half of STANDARD for a GB and a month. Somebody writes the thumbnails straight into STANDARD_IA. Does that lower the bill?
s3-bill-beat-cheaper = Predict: thumbnails of 50 KB, read 5 times on their first day, in STANDARD_IA. What happens to the month's bill without data out?
s3-bill-predict-cheaper-lower = It gets lower
s3-bill-predict-cheaper-same = It stays about the same
s3-bill-predict-cheaper-higher = It gets higher
s3-bill-beat-infrequent = { $month } was billed { $billed } instead of { $usual }: { $share } of it. Requests { $requests } (as usual { $usual-requests }), retrieval { $retrieval }.
s3-bill-beat-retrieved = Every GB read from STANDARD_IA costs retrieval, together { $retrieval }. Its requests cost more, too, and each thumbnail is billed as 128 KB.
s3-bill-beat-trap-why = A cheaper GB is paid for with dearer requests, retrieval, a minimum size and a minimum duration. It pays for large objects that are seldom read.

## Beats of another way
s3-bill-other-month = The month is not over yet. Run a month with the button below.
s3-bill-other-rules = No rule lowers storage now. Move photos to another class, or delete old versions.
s3-bill-other-dearer = { $month } was billed { $billed }; as usual it would have been { $usual }. Try rules and larger objects.
s3-bill-other-cheaper = { $month } was billed { $billed }; as usual it would have been { $usual }. Try small thumbnails in STANDARD_IA.

## Handles
s3-bill-photos = Photos
s3-bill-photos-hint = A lifecycle rule moves photos to this class 30 days after they were written; STANDARD needs no rule.
s3-bill-drop-old = Delete old versions of exports after 1 day
s3-bill-drop-old-hint = NoncurrentVersionExpiration of a lifecycle rule: what is not the current version is deleted a day after it ceased to be.
s3-bill-thumbs = Thumbnails
s3-bill-thumbs-hint = How large the objects are that the next month writes, and in which class. 100 GB are written either way; larger ones hold many thumbnails and are read as a whole.
s3-bill-readers = Readers
s3-bill-readers-hint = Where those are who read. It changes the estimate of data out alone.
s3-bill-readers-internet = Internet
s3-bill-readers-near = Same Region
s3-bill-readers-cloudfront = CloudFront
s3-bill-run = Run a month
s3-bill-run-hint = The shop writes and reads for a whole calendar month. What is left of a month that has begun passes first.

## The bill
s3-bill-head = { $month }: { $total }
s3-bill-head-running = { $month } so far: { $total }
s3-bill-head-none = No month yet
s3-bill-empty = Run a month, and its bill shows here.
s3-bill-usual = Hollow: the first month as usual, { $total }
s3-bill-usual-how = How computed: the model runs the first month of this scene with no change: thumbnails of 50 KB in STANDARD, and the one rule.
s3-bill-row = { $group }: { $amount } (as usual { $usual })
s3-bill-group-storage = Storage
s3-bill-group-requests = Requests
s3-bill-group-retrieval = Retrieval
s3-bill-group-transfer = Data out
s3-bill-group-management = Management
s3-bill-lines-how = How computed: each line is the model's bill: what was used × the price of its usage type. APN2 is Seoul.
s3-bill-no-lines = Nothing in this month.
s3-bill-line = { $quantity } → { $amount }
s3-bill-line-estimate = { $quantity } → { $amount } (price estimated)
s3-bill-unit-gb-month = { $n } GB-months
s3-bill-unit-requests = { $n } thousand requests
s3-bill-unit-gb = { $n } GB
s3-bill-unit-objects = { $n } thousand objects watched
s3-bill-unit-keys = { $n } key-months
s3-bill-transfer-internet = { $gb } GB were read. 100 GB a month are free, then { $price } for each: { $amount }. An estimate; the model does not bill data out.
s3-bill-transfer-near = { $gb } GB were read inside the Region. That is free ({ $amount }; to the internet { $price } for a GB).
s3-bill-transfer-cloudfront = { $gb } GB went to CloudFront, which is free for S3 ({ $amount }; to the internet { $price } for a GB). What CloudFront sends on has prices of its own.
s3-bill-lies = In the bucket now: { $bytes }
s3-bill-lies-old = Of it old versions: { $bytes }
s3-bill-lies-old-how = How computed: bytes of versions that are not the current one. A delete marker on top makes all below it old.

## What happened
s3-bill-happened = What happened
s3-bill-did-nothing = No month was run yet. Predict, then run a month.
s3-bill-did-rules = The rules are put. They act at the next midnight (UTC). Photos: { $class }. Run a month and compare.
s3-bill-did-running = { $month } has begun: { $billed } so far, without data out.
s3-bill-did-usual = { $month } was billed { $billed }, as usual, and about { $transfer } for data out.
s3-bill-did-lower = { $month } was billed { $billed } instead of { $usual }: { $share } of it. Data out is about { $transfer } besides.
s3-bill-did-higher = { $month } was billed { $billed } instead of { $usual }: { $share } of it. Data out is about { $transfer } besides.
s3-bill-why-other = The request was refused and changed nothing. Read AWS's words and mend the command.
s3-bill-simplified = Seoul prices of the model's list. Data out is an estimate of 0.126 USD a GB after 100 GB. Replication, acceleration and KMS requests are not in this bucket. A pack is read as a whole.

## Notes for an instructor
s3-bill-note-break-down-question = Let everybody write down a sum first. The surprise is worth more than the numbers.
s3-bill-note-largest = Count hands. Most say storage.
s3-bill-note-month = Click through the bars. Read one line aloud: quantity, usage type, amount.
s3-bill-note-hidden = Ask why the rule did not delete anything. It wrote delete markers.
s3-bill-note-break-down-why = Ask for the longest bar of a bucket they know.
s3-bill-note-lower-question = Collect ideas first, then order them by the bar they shorten.
s3-bill-note-lowered = Count hands. Ask which of the three acts does most.
s3-bill-note-rules = Both rules are one configuration: a PUT replaces all rules of the bucket.
s3-bill-note-packed = Point at requests: 2 million PUTs became 2 thousand.
s3-bill-note-left = Switch readers to the same Region and back. The bar vanishes and returns.
s3-bill-note-lower-why = Ask what packing costs elsewhere: single pictures are harder to replace and to find.
s3-bill-note-trap-question = Ask who would do that. It sounds reasonable.
s3-bill-note-cheaper = Count hands, and ask for the reason.
s3-bill-note-infrequent = Compare the hollow bars: requests grew, and retrieval is new.
s3-bill-note-retrieved = Let somebody compute the minimum size: 2 million × 128 KB.
s3-bill-note-trap-why = Go on to the break-even points of the storage classes bench.
