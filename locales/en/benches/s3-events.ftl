### The s3-events bench: routes, what happens to keys, what arrived, and why S3 refuses.

panel-s3-events = Event notifications

## Start states
s3-events-start-filters = Filters
s3-events-start-overlap = Overlap
s3-events-start-permission = Permission
s3-events-start-kinds = Kinds of events
s3-events-start-twice = Twice
s3-events-start-loop = Loop

## Beats
s3-events-beat-filters-question = A function wants every .jpg under images/, a queue every .png, a topic what is under logs/. EventBridge is switched on. Who is told of an upload?
s3-events-beat-route = Predict: { $key } is uploaded. Who is told of it?
s3-events-predict-route-function = The function, and EventBridge
s3-events-predict-route-bus = EventBridge alone
s3-events-predict-route-nobody = Nobody
s3-events-beat-dog = The object was uploaded. Look at each row: what fits, and what does not.
s3-events-beat-bus-json = This is the event as EventBridge passed it on to the queue bus-inbox. The key stands under detail, with size, ETag and sequencer.
s3-events-beat-others = Three more keys were uploaded. Compare the record that S3 sends with the event of EventBridge.
s3-events-beat-filters-why = A filter compares characters: .JPG does not end in .jpg. A configuration takes one prefix and one suffix, no wildcards. EventBridge gets everything and has rules of its own.
s3-events-beat-overlap-question = The queue jobs is told of everything that is created under images/. Now the function thumbs wants every .jpg, wherever it lies.
s3-events-beat-overlap = Predict: what does S3 answer to the second configuration, .jpg for the function?
s3-events-predict-overlap-both = It is saved, and both are told of images/cat.jpg
s3-events-predict-overlap-refused = It is refused
s3-events-predict-overlap-replaced = It is saved, and takes the first one's place
s3-events-beat-second = The second configuration was sent. Read the answer.
s3-events-beat-refused = S3 answered { $code }, and the old configuration still holds. Read AWS's words and the way out.
s3-events-beat-saved = S3 saved the configuration. Look at the rows.
s3-events-beat-apart = Now the queue takes only .png, so no key can fit both. It was saved, and images/cat.jpg went to one of them.
s3-events-beat-overlap-why = One event of one key may go to one configuration only. If two receivers want the same event, send it to a topic with two subscriptions, or use EventBridge.
s3-events-beat-permission-question = The queue jobs was just made. It has no policy yet. The bucket is to tell it of new objects.
s3-events-beat-permission = Predict: what happens when the notification is saved?
s3-events-predict-permission-silent = It is saved, but nothing arrives
s3-events-predict-permission-refused = It is refused
s3-events-predict-permission-opens = It is saved, and S3 opens the queue for itself
s3-events-beat-closed = The configuration was sent. Read the answer.
s3-events-beat-let-in = The queue got a policy that lets s3.amazonaws.com send, for this bucket only. Then the same configuration was sent again.
s3-events-beat-test-json = A first message lies in the queue: s3:TestEvent. S3 sends it when a configuration for a queue or a topic is saved. Receivers must expect it.
s3-events-beat-permission-why = The destination decides who comes in: a policy of the queue or the topic, a permission of the function. S3 tries it when you save. If the policy is taken away later, events are lost and nobody is told.
s3-events-beat-kinds-question = Three queues: one for created objects, one for removed ones, one for what lifecycle expires. A rule expires tmp/ after 1 day, and tmp/sales.csv lies there.
s3-events-beat-kinds = Predict: at night, lifecycle deletes tmp/sales.csv. Which queue is told?
s3-events-predict-kinds-removed = removed, since an object was removed
s3-events-predict-kinds-expired = expired
s3-events-predict-kinds-nobody = None of them
s3-events-beat-night = Three days have passed. Look at the rows.
s3-events-beat-copy = An upload and a copy: two events of one group, told apart by their names.
s3-events-beat-parts = A large file was uploaded in parts. S3 tells once, when they are put together.
s3-events-beat-delete = A DELETE by a person. Compare its name with the one of the night.
s3-events-beat-kinds-why = Each cause has a name: Put, Copy, CompleteMultipartUpload, Delete, LifecycleExpiration, LifecycleTransition and more. A star takes the whole group. Who wants to hear of every deletion must name both ObjectRemoved and LifecycleExpiration.
s3-events-beat-twice-question = A program takes jobs from a queue. It receives a message, does the work, and is stopped before it deletes the message.
s3-events-beat-first = One object was uploaded, and its message was received once. Nobody has deleted it.
s3-events-beat-again = Predict: a minute later somebody receives from the queue again. What comes?
s3-events-predict-again-none = Nothing: the message was taken
s3-events-predict-again-same = The same message once more
s3-events-predict-again-other = A new event of the same object
s3-events-beat-second-receive = Received a second time. The record is the same, sequencer included.
s3-events-beat-done = Received and then deleted by its receipt handle. Now the queue is empty.
s3-events-beat-twice-why = S3 and SQS deliver at least once, and not strictly in order. Skylab delivers each event once, in order; AWS does not promise it. So a receiver remembers what it did, and compares the sequencer for one key.
s3-events-beat-loop-question = The function thumbs is called for each .jpg under images/. It writes its thumbnail to images/small-….jpg.
s3-events-beat-loop = Predict: images/cat.jpg is uploaded once. How many objects does the function add?
s3-events-predict-loop-none = None: S3 refuses what leads back
s3-events-predict-loop-one = One
s3-events-predict-loop-many = Many
s3-events-beat-feed = Five minutes after one upload, the bucket has { $n } objects.
s3-events-beat-stopped = An hour later it has { $n } objects. Lambda saw that the function called itself by way of S3, and stopped the chain.
s3-events-beat-loop-why = S3 does not know what a function writes. Write to another prefix or another bucket. Lambda stops a loop after about 16 runs, which is a fuse and no design.

## Routes
s3-events-routes = Routes
s3-events-objects = { $n ->
    [one] 1 object
   *[other] { $n } objects
 } in { $bucket }
s3-events-last = Last event: { $event }, { $key }
s3-events-no-event = Nothing has happened to an object yet. Choose a key and press PUT.
s3-events-every-key = every key
s3-events-function = Lambda function
s3-events-queue = SQS queue
s3-events-topic = SNS topic
s3-events-told = { $kind } · told: { $n }
s3-events-fit-event = Not told: waits for { $events }
s3-events-fit-prefix = Not told: the key does not begin with { $prefix }
s3-events-fit-suffix = Not told: the key does not end with { $suffix }
s3-events-remove = Remove the configuration { $name }
s3-events-bus-on = Whole bucket: on
s3-events-bus-off = Whole bucket: off
s3-events-bus-turn-on = Turn EventBridge on
s3-events-bus-turn-off = Turn EventBridge off
s3-events-bus-told = Event bus · told: { $n }
s3-events-bus-hint = EventBridge gets every event of the bucket. Its own rules decide where each one goes.

## Handles
s3-events-copy = Copy the object
s3-events-parts = Upload in parts
s3-events-day = 1 day later
s3-events-add-head = One more configuration
s3-events-event = Event
s3-events-to = To
s3-events-prefix = Prefix
s3-events-suffix = Suffix
s3-events-add = Add
s3-events-add-hint = Sends the whole configuration with this one added: PutBucketNotificationConfiguration.
s3-events-add-note = PutBucketNotificationConfiguration always replaces everything. So the command holds the old entries, too.
s3-events-let-in = Let S3 in at { $name }
s3-events-let-in-hint = Gives the destination a policy, or a permission, that lets S3 in for this bucket.

## What arrived
s3-events-arrived = As it arrived
s3-events-no-inbox = There is no queue and no function here.
s3-events-nothing-arrived = Nothing has arrived here.
s3-events-queue-empty = No message
s3-events-queue-hidden = Last message hidden, since somebody works on it (received: { $n })
s3-events-queue-visible = Last message visible (received: { $n })

## What happened
s3-events-happened = What happened
s3-events-nothing-yet = No request was sent yet. Press a button, or go to the next beat.
s3-events-did-event = { $event }, { $key }. Told: { $names }.
s3-events-did-nobody = { $event }, { $key }. No configuration fits, so nobody was told.
s3-events-did-save = Saved. Configurations for queues, topics and functions: { $n }.
s3-events-did-receive = A message was received. It is hidden for 30 seconds, and comes back unless it is deleted.
s3-events-did-receive-none = There was no message to receive.
s3-events-did-delete = The message was deleted by its receipt handle.
s3-events-did-let-in = The destination lets S3 in.
s3-events-did-circle = While time passed, S3 told of { $n } more events that a function caused.
s3-events-why-overlap = A key could fit both filters, for the same event. Make the prefixes or the suffixes differ, or use one topic for both receivers.
s3-events-why-destination = The destination is not there, or its policy does not let s3.amazonaws.com in. Give it a policy for this bucket, then save again.
s3-events-why-event = S3 knows no event of that name. Use one of the list.
s3-events-why-region = Queue, topic and function must lie in the bucket's Region.
s3-events-why-arn = The ARN names no queue, topic or function.

## Notes for an instructor
s3-events-note-filters-question = Ask what would have to ask the bucket every minute, were there no notifications.
s3-events-note-route = Let the class read the key letter by letter. Count hands.
s3-events-note-dog = Follow each arrow: which part of the filter does not fit?
s3-events-note-bus-json = Point at requester, reason and sequencer.
s3-events-note-others = The topic wraps the record into an envelope: Message is JSON inside a text.
s3-events-note-filters-why = Ask how to catch both .jpg and .JPG: two configurations, or an EventBridge rule.
s3-events-note-overlap-question = Ask whether the order of configurations could decide.
s3-events-note-overlap = Count hands, then try it with the suffix .png for the queue.
s3-events-note-second = Read AWS's sentence aloud. It names both conditions.
s3-events-note-apart = Overlapping prefixes are fine as long as the suffixes cannot meet.
s3-events-note-overlap-why = Draw the fan-out: one topic, two queues.
s3-events-note-permission-question = Ask who owns the queue, and whether the bucket's owner may send to it.
s3-events-note-permission = In Lambda's console the permission is added for you. The API does not do that.
s3-events-note-closed = The words do not say which of the two reasons it is. That is AWS's way.
s3-events-note-let-in = Point at aws:SourceArn: without it, any bucket could send.
s3-events-note-test-json = Many programs fail on their very first message. This is why.
s3-events-note-permission-why = Try it: remove the policy in the terminal, upload, and look.
s3-events-note-kinds-question = Ask what "removed" should include.
s3-events-note-kinds = Count hands. The second answer surprises those who clean up after deletions.
s3-events-note-night = Lifecycle acts at midnight UTC.
s3-events-note-copy = A rename is a copy and a delete, hence two events.
s3-events-note-parts = 48 MB went up in 8 MB parts. There is no event for a part.
s3-events-note-delete = In a bucket with versions it would be DeleteMarkerCreated.
s3-events-note-kinds-why = Let them find the names in the form's list.
s3-events-note-twice-question = Ask what the program does after it has been started again.
s3-events-note-first = Look at the count of receives.
s3-events-note-again = Ask about the visibility timeout: 30 seconds unless somebody changed it.
s3-events-note-second-receive = Doing the work twice must do no harm. Ask for examples: a thumbnail, a payment.
s3-events-note-done = Deleting is how a program says that it is done.
s3-events-note-twice-why = Write "idempotent" on the board.
s3-events-note-loop-question = Let somebody follow the arrow with a finger until it comes back.
s3-events-note-loop = Ask who would notice first: the owner or the bill.
s3-events-note-feed = Read the keys in the terminal: aws s3 ls s3://photos-417 --recursive.
s3-events-note-stopped = The chain was stopped by Lambda, not by S3.
s3-events-note-loop-why = Ask for two ways to break the circle.
