### Check questions of section 2.2.2, S3 use cases.

q-2-2-2-1 = The pages of `shop-417` lie in a bucket. Visitors are to get them over HTTPS, and nobody may read the bucket directly. What fits?
q-2-2-2-1-a = The website endpoint of the bucket, with public read
q-2-2-2-1-a-why = The website endpoint speaks HTTP only, and public read opens the bucket to everybody.
q-2-2-2-1-b = A presigned URL for each page
q-2-2-2-1-b-why = Such a URL expires after seven days at most and lets whoever holds it read the bucket directly.
q-2-2-2-1-c = CloudFront with origin access control in front of the private bucket
q-2-2-2-1-c-why = CloudFront serves HTTPS, and the bucket policy lets in this distribution only.

q-2-2-2-2 = A hospital must keep 400 GB of records for seven years. Nobody, not even an administrator, may delete them earlier, and hardly anybody reads them. What fits?
q-2-2-2-2-a = A Glacier class, with Object Lock in compliance mode
q-2-2-2-2-a-why = The Glacier classes store for little money what is rarely read, and in compliance mode nobody can delete a locked version early.
q-2-2-2-2-b = S3 Standard, with a policy that denies deleting
q-2-2-2-2-b-why = An administrator who may change the policy can take the denial away. S3 Standard also costs more than an archive needs.
q-2-2-2-2-c = S3 One Zone-IA, with a copy of each version
q-2-2-2-2-c-why = The data is lost with its zone, and versions alone can be deleted by whoever has the right.

q-2-2-2-3 = A team wants to put four things into S3. Which one does not fit?
q-2-2-2-3-a = Film originals of 40 GB each
q-2-2-2-3-a-why = Large files that are written once and read whole fit well; uploads run in parts.
q-2-2-2-3-b = The nightly dumps of a database
q-2-2-2-3-b-why = A dump is one finished file, written once. Backups are an old use of S3.
q-2-2-2-3-c = Logs that three programs analyse
q-2-2-2-3-c-why = All three read the same objects in place. That is a data lake.
q-2-2-2-3-d = The data files of a running MySQL server
q-2-2-2-3-d-why = They change in small pieces in place, and S3 replaces whole objects. They belong on a block volume.
