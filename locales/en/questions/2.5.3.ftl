### Check questions of section 2.5.3, event notifications.

q-2-5-3-1 = One configuration sends `s3:ObjectCreated:*` with the prefix `images/` to a queue. You add another for the same event, with the suffix `.jpg` and no prefix, to a function. What happens?
q-2-5-3-1-a = It is saved. `images/cat.jpg` goes to both.
q-2-5-3-1-a-why = S3 does not send one event by two configurations. If two receivers need it, use one topic or EventBridge.
q-2-5-3-1-b = S3 refuses it, because both could match the same key.
q-2-5-3-1-b-why = `images/cat.jpg` would match both. A configuration without a suffix overlaps with every suffix.
q-2-5-3-1-c = It is saved. `images/cat.jpg` goes to the one that was there first.
q-2-5-3-1-c-why = There is no order among configurations. S3 refuses what would be ambiguous.

q-2-5-3-2 = A function is called for each new object under `images/` that ends in `.jpg`, and writes a thumbnail to `images/thumb-….jpg`. What happens after the first upload?
q-2-5-3-2-a = One thumbnail is made, and that is all.
q-2-5-3-2-a-why = The thumbnail is a new object under `images/` that ends in `.jpg`. It matches the filter, too.
q-2-5-3-2-b = S3 sees the circle and refuses the configuration.
q-2-5-3-2-b-why = S3 does not know what a function writes. It checks only the configuration itself.
q-2-5-3-2-c = The function is called by its own thumbnails, again and again.
q-2-5-3-2-c-why = Each thumbnail is an event for the same function. Writing to `thumbs/` breaks the circle.

q-2-5-3-3 = A program counts uploads by their events. 1,000 objects were uploaded, and it has counted 1,001. What is the likely reason?
q-2-5-3-3-a = An event arrived twice.
q-2-5-3-3-a-why = Delivery is at least once. A receiver must notice that it has seen an event before.
q-2-5-3-3-b = An upload failed, and S3 told of it.
q-2-5-3-3-b-why = Only what succeeded makes an event.
q-2-5-3-3-c = The events came in another order than the uploads.
q-2-5-3-3-c-why = They can, but order changes no count. Their number is another matter.
