### The texts of the lab. The same keys stand in ko.ftl. Variables of lab.ron are arguments: { $bucket }.

title = Keep the page of yesterday
summary = A web page is about to change. Make sure that the old one can be had again.
# What a walkthrough begins with.
story = The bucket { $bucket } holds a web page, page.html. Tomorrow somebody puts a new edition over it, and the old one must not be lost. The lab is over after { $days } days.
# What a challenge begins with: a question and what counts, no steps.
question = A new edition of page.html comes to { $bucket }. How do you make sure that the old one can still be had in { $days } days?
debrief = An overwritten object is gone, unless the bucket keeps versions before it is overwritten. A version costs what its bytes cost, until somebody deletes it.

task-kept-title = There are two versions of page.html
task-kept-why = Whoever overwrites an object without versions has only the new one. A mistake in it cannot be taken back.
task-stays-on-title = The bucket still keeps versions at the end
task-stays-on-why = The next change will come as well, and it needs the same protection.

# Four rungs: what one sees, where to look, the idea, the steps. The first one names no answer.
hint-kept-1 = Put the page twice and ask for the first one: can you have it?
hint-kept-2 = Look at the settings of the bucket, not at those of the object.
hint-kept-3 = A bucket with versioning keeps every edition of an object. It begins with the next change, not with the last one.
hint-kept-4 = Run aws s3api put-bucket-versioning with Status=Enabled, then put the page again.
hint-stays-on-1 = What happens at the change after the next one?
hint-stays-on-2 = Look at the settings of the bucket at the end of the time.
hint-stays-on-3 = Versioning can be suspended: then older versions stay and new ones are not kept.
hint-stays-on-4 = Leave Status=Enabled until the time is over.

step-look-title = See how the bucket is set
step-look-text = Ask for its versioning. A bucket that never had any answers nothing.
step-switch-on-title = Switch versioning on
step-switch-on-text = From now on, every change leaves the edition before it.
step-overwrite-title = Put the new edition
step-overwrite-text = It gets the same name. How many versions are there afterwards?
step-overwrite-one = One
step-overwrite-two = Two

checkpoint-on = Versioning is on
