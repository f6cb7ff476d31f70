### Check questions of section 2.2.3, buckets and objects.

q-2-2-3-1 = You try to create the bucket `Logs_417`, and S3 answers `InvalidBucketName`. Why?
q-2-2-3-1-a = Capital letters and `_` are allowed only in `us-east-1`
q-2-2-3-1-a-why = That was so before March 2018. Today the same rule holds in every Region.
q-2-2-3-1-b = The name has a capital letter and `_`, which are not allowed
q-2-2-3-1-b-why = A name can have lower-case letters, digits, dots and hyphens. `logs-417` follows the rule.
q-2-2-3-1-c = Another account has a bucket of that name already
q-2-2-3-1-c-why = Then the code would be `BucketAlreadyExists`. `InvalidBucketName` says that the name itself breaks the rules.

q-2-2-3-2 = The bucket `photos-417` lies in Seoul by mistake, and it has to be in Tokyo. What do you do?
q-2-2-3-2-a = Create a new bucket in Tokyo and copy the objects
q-2-2-3-2-a-why = The Region is chosen when a bucket is created and is final. The new bucket also needs another name as long as this one exists.
q-2-2-3-2-b = Change the Region in the bucket's settings
q-2-2-3-2-b-why = There is no such setting. Neither the Region nor the name of a bucket can change.
q-2-2-3-2-c = Put the Tokyo Region into the URL
q-2-2-3-2-c-why = The URL has to name the Region where the bucket lies. Writing another URL does not move any data.

q-2-2-3-3 = `aws s3 ls s3://logs-417/app/` prints `PRE 2026/`. Nobody ever created a folder. What is `2026/`?
q-2-2-3-3-a = A folder that S3 created at the first upload
q-2-2-3-3-a-why = S3 has no folders. It stores each object under its whole key, in a flat list.
q-2-2-3-3-b = A smaller bucket inside `logs-417`
q-2-2-3-3-b-why = Buckets cannot be nested. Objects with this prefix lie in `logs-417` like all the others.
q-2-2-3-3-c = What keys have in common between `app/` and the next `/`
q-2-2-3-3-c-why = It is a prefix, shown because the list is grouped by the delimiter `/`. When all objects with this prefix are deleted, the line is gone too.
