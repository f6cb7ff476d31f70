### The Intelligent-Tiering bench: a pattern of reads, access tiers, what three classes cost.

panel-tiering = Intelligent-Tiering

## Start states
tiering-start-once-then-quiet = Read, then quiet
tiering-start-unpredictable = Unpredictable
tiering-start-small-files = Small files

## Beats
tiering-beat-once-question = 1,000 files of 64 MB were uploaded. They are read twice, then it is quiet. Which class suits them?
tiering-beat-cheapest = Predict: after a year, which of the three classes is the cheapest?
tiering-predict-cheapest-standard = S3 Standard
tiering-predict-cheapest-infrequent = S3 Standard-IA
tiering-predict-cheapest-tiering = S3 Intelligent-Tiering
tiering-beat-play = The pattern was played to day { $day }. Reads so far: { $n }.
tiering-beat-tiers = Day { $day }. The last access was on day { $last }, and { $quiet } days were quiet. The object lies in { $tier }.
tiering-beat-cost = Cheapest after { $day } days: { $least }. Standard { $standard }, Standard-IA { $infrequent }, Intelligent-Tiering { $tiering }.
tiering-beat-no-time = No time has passed yet. Play the pattern.
tiering-beat-once-why = Intelligent-Tiering moves an object by itself: to Infrequent after 30 quiet days, to Archive Instant after 90. A read brings it back to Frequent, without a retrieval fee. In return each object has a monitoring fee.
tiering-beat-unpredictable-question = Nobody knows when it will be read: quiet for months, then suddenly not. In which tier does the object lie?
tiering-beat-day-100 = Predict: it is read once on day 80. In which tier does it lie on day 100?
tiering-predict-day-100-frequent = Frequent Access
tiering-predict-day-100-infrequent = Infrequent Access
tiering-predict-day-100-instant = Archive Instant Access
tiering-beat-unpredictable-why = Days are counted from the last access, not from the upload. One read starts the count again, and many reads cost little more. So it suits patterns that nobody knows.
tiering-beat-small-question = A million thumbnails of 100 KB, hardly ever read. Does Intelligent-Tiering move them to a cheaper tier?
tiering-beat-small = Predict: in which tier does such an object lie after a year?
tiering-predict-small-frequent = Frequent Access
tiering-predict-small-infrequent = Infrequent Access
tiering-predict-small-instant = Archive Instant Access
tiering-beat-small-why = Objects under 128 KB are not monitored and always pay the Frequent rate; they have no monitoring fee. Many small files are better stored in bundles.

## Tiers and classes
tiering-tier-frequent = Frequent Access
tiering-tier-infrequent = Infrequent Access
tiering-tier-instant = Archive Instant Access
tiering-tier-archive = Archive Access
tiering-tier-deep = Deep Archive Access
tiering-class-standard = S3 Standard
tiering-class-infrequent = S3 Standard-IA
tiering-class-tiering = S3 Intelligent-Tiering
tiering-lane = { $tier } { $price }/GB
tiering-band = { $tier } days { $from }–{ $to }

## The timeline
tiering-head = Access tier, day { $day }
tiering-head-hint = The number beside a tier is its price for a GB and a month. Below, each cell is a week; a read happens on its middle day.
tiering-reads = Weeks with reads
tiering-week-mark = week { $week }
tiering-week-past = Week { $week } (day { $day }) is over. To change it, drag the time bar back or undo.
tiering-week-read = Week { $week } (day { $day }): to be read. Click to take the read out.
tiering-week-quiet = Week { $week } (day { $day }): quiet. Click or drag to add a read.
tiering-weeks-told = Weeks with reads. Done: { $done }, to come: { $open }.
tiering-play = Play pattern
tiering-play-hint = Lets time pass from now to the end of the year and reads the object in all three buckets in each chosen week, by get-object.
tiering-clear = Clear pattern
tiering-clear-hint = Takes out every read to come. What was read stays.
tiering-archive-on = Enable archive tiers
tiering-archive-off = Disable archive tiers
tiering-archive-hint = One configuration of the bucket. After 90 quiet days an object goes to Archive Access, after 180 to Deep Archive Access, and is read only after a restore.
tiering-restore = Restore
tiering-restore-hint = Sends RestoreObject. Hours later the object is back in Frequent Access.

## Cost
tiering-cost-head = Cost so far ({ $n } objects)
tiering-cost-empty = After one day the cost shows here.
tiering-days = day
tiering-day = day { $n }
tiering-sums-head = Spent in { $day } days, for { $n } objects
tiering-sum = { $class } { $amount }
tiering-least = Cheapest
tiering-how = How it is computed: the bill of one object × { $n }. The bill of one object is this bucket's usage × prices.

## What happened
tiering-happened = What happened
tiering-nothing-yet = The object has not moved yet. After 30 quiet days it moves for the first time.
tiering-small = It is smaller than 128 KB, so it is not monitored: it never moves and pays the Frequent rate.
tiering-moved-quiet = Day { $day }: quiet for { $quiet } days, so it moved from { $from } to { $to }.
tiering-moved-read = Day { $day }: it was read, so it came back from { $from } to { $to }.
tiering-moved-restored = Day { $day }: its restore ended, so it came back from { $from } to { $to }.
tiering-why-archived = The object lies in an archive tier and cannot be read at once. Request a restore, wait some hours, and it can. The pattern stopped here.
tiering-why-restoring = A restore is under way. Let some hours pass.
tiering-why-other = The request was refused and changed nothing. Read AWS's words and mend the command.

## Notes for an instructor
tiering-note-once-question = Ask how many files at work were uploaded and forgotten.
tiering-note-cheapest = Count hands. Standard-IA is a popular answer.
tiering-note-play = A dot is a read. All three buckets got the same reads.
tiering-note-tiers = Point at each step. Nobody wrote a rule.
tiering-note-cost = Compare the slopes of the curves: the slope is the cost of a month.
tiering-note-once-why = Put a read into every week, play again, and ask which class wins then.
tiering-note-unpredictable-question = Ask for one kind of data whose reads are known in advance, and one whose are not.
tiering-note-day-100 = Ask also what the answer would be without the read on day 80.
tiering-note-unpredictable-why = Enable the archive tiers and play again: a later read is refused.
tiering-note-small-question = Ask how large thumbnails, log pieces and JSON files are.
tiering-note-small = Count hands. Most people say Archive Instant.
tiering-note-small-why = Standard-IA is a trap for small files, too: each is billed as 128 KB.
