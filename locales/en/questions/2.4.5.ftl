### Check questions of section 2.4.5, lifecycle policies.

q-2-4-5-1 = In `logs-417`, a bucket with versioning, one rule expires logs after 30 days. Three months later the list shows only the last 30 days of logs, but storage costs more every month. Why?
q-2-4-5-1-a = Expiration only added delete markers; the data stayed as noncurrent versions.
q-2-4-5-1-a-why = With versioning, expiration adds a delete marker. The data is deleted only when noncurrent versions expire too.
q-2-4-5-1-b = S3 bills a deleted object for at least 90 days.
q-2-4-5-1-b-why = The logs are in Standard, which has no minimum duration. If they were really deleted, they would cost nothing from then on.
q-2-4-5-1-c = The rule does not act on objects uploaded before it, so the old logs stayed.
q-2-4-5-1-c-why = A rule also acts on objects that were there before it. The old logs are gone from the list, which shows it.

q-2-4-5-2 = A rule took a report down to Deep Archive, and now it will be read every day for a quarter. What do you do?
q-2-4-5-2-a = Add a rule that transitions it from Deep Archive to Standard.
q-2-4-5-2-a-why = Transitions only go down. S3 accepts no rule that moves objects to Standard.
q-2-4-5-2-b = Restore it, then copy it to its own key with class `STANDARD`.
q-2-4-5-2-b-why = The only way up is a copy, and an archived object must be restored before it can be copied.
q-2-4-5-2-c = Nothing. S3 takes an object up to Standard when it is read often.
q-2-4-5-2-c-why = Intelligent-Tiering moves objects up when they are read. Lifecycle rules look at age, not at reads.

q-2-4-5-3 = A bucket made this year holds a million files of 16 KB. A rule transitions them to Standard-IA after 30 days and has no size filter. Where are the files after 40 days?
q-2-4-5-3-a = In Standard-IA, billed at their real size of 16 KB.
q-2-4-5-3-a-why = By default, objects under 128 KB do not transition. And in Standard-IA each would be billed as 128 KB.
q-2-4-5-3-b = In Standard-IA, each file billed as 128 KB.
q-2-4-5-3-b-why = That is true of files uploaded straight to Standard-IA. But by default a rule does not move objects under 128 KB.
q-2-4-5-3-c = Still in Standard. The rule skips small objects.
q-2-4-5-3-c-why = Since September 2024, objects under 128 KB do not transition by default. If they were moved, the minimum size and a request for each would often make them dearer.
