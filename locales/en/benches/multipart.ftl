### The multipart bench: one file over a line that drops, S3's limits, and uploads that nobody completes.

panel-multipart = Multipart upload
multipart-start-drop = A break
multipart-start-limits = Limits
multipart-start-left = Left behind

## Beats: a break
multipart-beat-drop-question = { $file } go over a line of { $mbps } Mbps, once in one PUT and once in { $n } parts of { $part }. At { $drop } the line drops. What is each upload left with?
multipart-beat-again = Predict: of what the parts have sent by then, how much has to be sent a second time?
multipart-predict-again-nothing = Nothing
multipart-predict-again-some = What was on its way
multipart-predict-again-all = All of it
multipart-beat-send = The line dropped at { $drop }, after { $sent }. The PUT has nothing in S3. In parts, { $safe } of { $n } are there, and { $lost } in { $on-way } parts on their way are lost.
multipart-beat-resume = Both are through. The PUT sent all { $file } again, { $sent } of it for the second time. The parts sent only { $lost } twice.
multipart-beat-far = Predict: now an answer takes 200 ms instead of { $rtt } ms and nothing drops. How do one PUT and { $parallel } parts at once compare?
multipart-predict-far-alike = About alike
multipart-predict-far-times = The PUT takes 1.5 to 4 times as long
multipart-predict-far-many = The PUT takes more than 4 times as long
multipart-beat-whole = Without a break: { $put-time } in one PUT, { $parts-time } in parts. One connection moves { $one-rate } a second over { $rtt } ms; { $parallel } at once move { $rate } a second.
multipart-beat-drop-why = Each part is a request of its own, safe once it is answered. A break costs the parts on their way, and several at once fill a line that one connection cannot.

## Beats: limits
multipart-beat-limits-question = A file of { $file } goes to S3. Two ways lie open: one PUT, or { $n } parts of { $part }. Which of them does S3 take?
multipart-beat-put = Predict: does S3 take { $file } in one PUT?
multipart-predict-put-taken = Yes
multipart-predict-put-refused = No, refused
multipart-beat-ask = S3 refuses a PUT of { $file }: it takes 5 GiB at most. In parts there are { $n }, each within the limits.
multipart-beat-parts = Predict: the file grows to 5 TB, still in parts of { $part }. Does S3 take the parts?
multipart-predict-parts-taken = Yes
multipart-predict-parts-refused = No, refused
multipart-beat-many = { $file } in parts of { $part } would be { $n } parts. S3 numbers parts from 1 to 10,000 and refuses the next.
multipart-beat-larger = With parts of { $part } there are { $n }. That is within the limit.
multipart-beat-limits-why = A PUT and a part may have 5 GiB, a part at least 5 MiB (the last one less), and there are 10,000 parts at most. So the size of the file decides the size of its parts.

## Beats: left behind
multipart-beat-left-question = A script uploads 5 GB each night and broke off at 70% in { $begun } nights. It begins anew and never aborts. The list of objects is empty. What does the bill say?
multipart-beat-billed = Predict: 30 days on, what has been billed as storage?
multipart-predict-billed-nothing = Nothing: there is no object
multipart-predict-billed-parts = The parts that were sent
multipart-predict-billed-whole = The whole 5 GB of each night
multipart-beat-month = { $days } days on: { $bytes } are billed as stored. In { $many } such buckets that has cost { $spent }.
multipart-beat-seen = ListObjectsV2 shows { $objects } objects. ListMultipartUploads shows { $n } uploads, with { $start } in parts when it began.
multipart-beat-rule = Predict: a lifecycle rule aborts uploads 7 days after they began. How many of the old ones are left 2 days later?
multipart-predict-rule-all = All: a rule is for new ones
multipart-predict-rule-some = Some
multipart-predict-rule-none = None
multipart-beat-put-rule = The rule looks at all uploads, old ones too. Uploads left: { $n }, bytes billed: { $bytes }.
multipart-beat-left-why = Parts are billed until the upload is completed or aborted, and no list of objects shows them. A rule with AbortIncompleteMultipartUpload on each bucket ends them by itself.

## Beats of another way
multipart-other-waiting = This set-up was not sent like that yet. Press a button below the bars.
multipart-other-refused = S3 refuses one of the two ways with this set-up. Read why beside it.
multipart-other-broken = The line dropped at { $drop }, and nothing was sent since. { $safe } of { $n } parts are in S3. Resume.
multipart-other-alike = One PUT takes { $put-time }, the parts { $parts-time }. One connection moves { $one-rate } a second here, { $parallel } move { $rate }.
multipart-other-unasked = S3 was not asked about { $file } in parts of { $part } yet. Ask.
multipart-other-put = S3 takes { $file } in one PUT: that is at most 5 GiB.
multipart-other-parts = S3 takes { $file } in { $n } parts of { $part }.
multipart-other-parts-refused = S3 refuses { $n } parts of { $part }. Try other parts.
multipart-other-ended = No upload is left, { $days } days on. What they cost until then in { $many } such buckets: { $spent }.
multipart-other-left = Uploads left: { $n }, with { $bytes }. A rule acts at midnight (UTC) after its days are over.

## Handles
multipart-set-file = File
multipart-set-part = Part
multipart-set-parallel = At once
multipart-set-mbps = Line
multipart-set-rtt = Round trip
multipart-set-drop = Break at
multipart-send = Send, break at { $drop }
multipart-send-hint = Begins both anew; the line drops when that much of the file was sent.
multipart-resume = Resume
multipart-resume-hint = The line is back: each sends what S3 does not have. It needs a break.
multipart-whole = Send without a break
multipart-whole-hint = Begins both anew, and nothing drops.
multipart-ask = Ask S3
multipart-ask-hint = Asks the model whether it takes this file in one PUT, and in these parts.

## Bars and numbers
multipart-one = One PUT
multipart-in-parts = In parts
multipart-many = { $n } parts of { $part }, { $parallel } at once
multipart-bar = { $name }: { $kept } in S3, { $lost } sent in vain, { $left } to come
multipart-key-kept = in S3
multipart-key-lost = sent in vain
multipart-key-to-come = to come
multipart-rate = Speed
multipart-rate-how = How computed: the smaller of the line and of 1 MB for each connection and round trip.
multipart-lost = In vain
multipart-lost-how = How computed: what was sent at the break less the parts that were answered. A PUT that breaks has nothing.
multipart-time = Time
multipart-time-how = How computed: bytes over the line ÷ speed, and a round trip for each request of a group. The break itself takes no time.
multipart-per-second = { $bytes }/s
multipart-seconds = { $n } s
multipart-minutes = { $n } min
multipart-hours = { $n } h
multipart-days = { $n } d
multipart-chart-head = Minutes by parts at once
multipart-chart-empty = Send without a break, and the times show here.
multipart-limits-head = S3's limits
multipart-limit-put = One PUT: up to { $limit } (here { $own })
multipart-limit-least = A part: at least { $limit }, the last one less (here { $own })
multipart-limit-most = A part: up to { $limit } (here { $own })
multipart-limit-parts = Parts: up to { $limit } (here { $own })
multipart-limits-unasked = Ask S3, and the limits show here, each marked as kept or broken.

## What happened
multipart-happened = What happened
multipart-cli = The same with the AWS CLI: one PUT, then in parts
multipart-last-nothing = Nothing was sent yet. Press a button below the bars.
multipart-last-set-up = Another set-up: { $file } in { $n } parts of { $part }, { $parallel } at once, over { $mbps } Mbps and { $rtt } ms. Nothing was sent of it yet.
multipart-last-broke = The line dropped after { $sent }. The PUT lost all of it; of the parts, { $safe } are in S3 and { $lost } on their way were lost.
multipart-last-broke-between = The line dropped after { $sent }, between two parts: { $safe } are in S3, and nothing was on its way.
multipart-last-resumed = The upload ID still held, so only the parts that S3 did not have were sent: { $lost } twice. The PUT began at byte 0.
multipart-last-whole = One PUT took { $put-time }, the parts { $parts-time }. One connection fills this line, so parts gain no speed.
multipart-last-whole-far = One PUT took { $put-time }, the parts { $parts-time }. With { $rtt } ms, one connection moves only { $one-rate } a second.
multipart-last-asked-both = S3 takes { $file } both ways: in one PUT, and in { $n } parts of { $part }.
multipart-last-asked-put = S3 takes { $file } in one PUT, but not in { $n } parts of { $part }.
multipart-last-asked-parts = S3 takes { $file } in { $n } parts of { $part }, but not in one PUT.
multipart-last-asked-none = S3 takes { $file } in neither way: not in one PUT, nor in { $n } parts of { $part }.
multipart-why-put = A PUT takes 5 GiB at most. Send the file in parts.
multipart-why-large = A part has 5 GiB at most. Make the parts smaller.
multipart-why-small = Each part but the last has at least 5 MiB (5.24 MB). S3 minds it when the upload is completed. Make the parts larger.
multipart-why-number = Parts are numbered from 1 to 10,000. Make the parts larger, so that there are fewer.
multipart-why-other = The request was refused and changed nothing. Read AWS's words and mend the command.
multipart-simplified = Simplified: a connection may have 1 MB on its way unanswered, parts at once share the line evenly and go in groups, a break takes no time. Limits and refusals are the model's.
multipart-simplified-left = Uploads, list, rule and bill are the model's. The rule acts exactly at midnight (UTC); S3 may take a day longer.

## The bucket
multipart-left-head = Bucket { $bucket }
multipart-left-objects = Objects in the list: { $n }
multipart-left-none = There is no unfinished upload.
multipart-left-upload = { $key }: { $n } parts, { $bytes }, begun on { $date }
multipart-left-abort = Abort
multipart-left-abort-one = Abort the upload of { $key }: AbortMultipartUpload
multipart-left-abort-all = Abort all
multipart-left-day = 1 day on
multipart-left-month = 30 days on
multipart-left-rule = Abort by rule after
multipart-left-rule-hint = AbortIncompleteMultipartUpload of a lifecycle rule, counted from the day the upload began.
multipart-left-rule-days = { $n ->
    [one] 1 day
   *[other] { $n } days
 }
multipart-left-rule-none = No rule
multipart-left-cost-head = Billed
multipart-left-bytes = Stored
multipart-left-bytes-how = How computed: bytes of all parts that lie in S3, and of objects. A GB on the bill is 2^30 bytes.
multipart-left-so-far = So far, × { $n } buckets
multipart-left-so-far-how = How computed: GB × months since the scene began × { $price }, in { $n } such buckets. One bucket costs cents.
multipart-left-a-month = A month more, × { $n } buckets
multipart-left-a-month-how = How computed: GB that lie there now × { $price } for a GB and a month, in { $n } such buckets.
multipart-left-days = Days since the scene began: { $days }
multipart-left-did-nothing = Nothing was done yet. Let time pass, abort, or put a rule.
multipart-left-did-wait = Time has passed. Uploads waiting: { $n }; billed as stored: { $bytes }. Nothing ends them by itself.
multipart-left-did-list = The list of objects and the list of uploads are two lists. Uploads: { $n }, with { $bytes }.
multipart-left-did-abort = The upload is aborted and its parts are gone. Uploads left: { $n }, with { $bytes }.
multipart-left-did-rule = The rule is put. It acts at the next midnight (UTC) on uploads that are old enough. Uploads now: { $n }, with { $bytes }.
multipart-left-did-end = No unfinished upload is left ({ $n }). Billed as stored: { $bytes }.
multipart-left-did-rule-end = The rule's days were over, so at midnight the uploads were aborted with their parts. Uploads left: { $n }, billed as stored: { $bytes }.

## Notes for an instructor
multipart-note-drop-question = Ask who has seen a large upload begin again from zero, and what they did about it.
multipart-note-again = Let them count: how many parts are on their way at once?
multipart-note-send = Point at the hatched pieces. The same moment, the same bytes sent, another loss.
multipart-note-resume = The bar of the PUT is longer: that much went over the line twice.
multipart-note-far = The line is as wide as before; only the answer takes longer. Count hands.
multipart-note-whole = Ask where the bottleneck is now: the line, or the waiting for answers?
multipart-note-drop-why = Try larger parts or more at once, and break again: more is lost on its way.
multipart-note-limits-question = Ask for the numbers they remember. Many say 5 TB for one PUT.
multipart-note-put = 6 GB is more than 5 GiB (5.37 GB). Let somebody work it out.
multipart-note-ask = Read the code aloud. It is the one that the CLI prints.
multipart-note-parts = 5 TB ÷ 100 MB. Let them divide before they vote.
multipart-note-many = The refusal names the part number and not the size.
multipart-note-larger = Ask for the smallest part that works for 40 TB.
multipart-note-limits-why = The AWS CLI raises the size of the parts by itself; own programs must do it.
multipart-note-left-question = Show the empty list of objects first, and ask what the bucket costs.
multipart-note-billed = Count hands. Most say nothing at all.
multipart-note-month = Ask where in the console one would see these bytes. The answer: hardly anywhere.
multipart-note-seen = Two lists, two requests. Let somebody type the second one.
multipart-note-rule = Count hands, then let time run.
multipart-note-put-rule = An upload's age counts from its beginning, not from when the rule was put.
multipart-note-left-why = Many teams put this rule on every bucket from the first day.
