### Check questions of section 2.4.6, replication.

q-2-4-6-1 = `photos-417` has a million objects when you add a replication rule for the whole bucket. A week later, the destination has a few thousand. Why?
q-2-4-6-1-a = Replication is slow. A million objects take months.
q-2-4-6-1-a-why = Most objects arrive within 15 minutes. Those that are missing are not on their way at all.
q-2-4-6-1-b = Versioning was not enabled on the destination.
q-2-4-6-1-b-why = Then S3 would have refused the rule, and nothing would have arrived.
q-2-4-6-1-c = The rule copies only what was written after it.
q-2-4-6-1-c-why = S3 Batch Replication copies the objects from before.

q-2-4-6-2 = A replication rule leaves delete markers out. Somebody deletes `plan.pdf` in the source without a version ID. What does a GET at the destination return?
q-2-4-6-2-a = The object
q-2-4-6-2-a-why = The delete only added a marker in the source, and this rule does not copy markers. So a wrong delete does not spread.
q-2-4-6-2-b = 404, because deletes are copied like uploads
q-2-4-6-2-b-why = A marker is copied only if the rule says so. The delete of a certain version never is.
q-2-4-6-2-c = 404 after about 15 minutes
q-2-4-6-2-c-why = That is about the time a copy takes. With this rule the marker is not copied, however long you wait.

q-2-4-6-3 = Twelve accounts write logs to buckets in Seoul. A thirteenth account is to own copies of all of them, in Seoul as well. What fits?
q-2-4-6-3-a = Cross-Region Replication with Replication Time Control
q-2-4-6-3-a-why = The copies are to stay in one Region, and nothing was said about minutes.
q-2-4-6-3-b = Same-Region Replication that makes the destination account the owner
q-2-4-6-3-b-why = Both kinds can go to another account. The rule makes that account the owner, and its bucket policy agrees.
q-2-4-6-3-c = A lifecycle rule that moves the logs to the other bucket
q-2-4-6-3-c-why = A lifecycle rule changes the class of an object or deletes it. It never moves anything to another bucket.
