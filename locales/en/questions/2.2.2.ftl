### Check questions of section 2.2.2, S3 use cases.

q-2-2-2-1 = The pages of `shop-417` lie in a bucket. Visitors must get them over HTTPS and must not read the bucket directly. What do you do?
q-2-2-2-1-a = Open it to everybody and use the website endpoint of the bucket
q-2-2-2-1-a-why = The website endpoint speaks HTTP only. And what everybody may read, everybody can read directly from the bucket.
q-2-2-2-1-b = Make a presigned URL for each page
q-2-2-2-1-b-why = A presigned URL is good for seven days at most. Whoever has it reads the bucket directly.
q-2-2-2-1-c = Put CloudFront with origin access control in front of a private bucket
q-2-2-2-1-c-why = CloudFront serves HTTPS, and the bucket policy lets in this distribution only.

q-2-2-2-2 = A hospital must keep 400 GB of records for seven years. Nobody, not even an administrator, may delete them earlier, and hardly anybody reads them. What do you do?
q-2-2-2-2-a = Use a Glacier class, with Object Lock in compliance mode
q-2-2-2-2-a-why = The Glacier classes cost little for what is rarely read. In compliance mode nobody can delete a locked version early.
q-2-2-2-2-b = Use S3 Standard, with a policy that denies deleting
q-2-2-2-2-b-why = An administrator who may change policies can take that one away. S3 Standard also costs more than an archive needs.
q-2-2-2-2-c = Use S3 One Zone-IA, with versioning
q-2-2-2-2-c-why = The data is lost if its zone is lost. And versions can be deleted by anybody with the permission.

q-2-2-2-3 = A team wants to put four things into S3. Which one does not fit?
q-2-2-2-3-a = Video files of 40 GB each
q-2-2-2-3-a-why = Large files that are written once and read whole fit well. They are uploaded in parts.
q-2-2-2-3-b = The nightly dumps of a database
q-2-2-2-3-b-why = A dump is one finished file, written once. Backups are an old use of S3.
q-2-2-2-3-c = Logs that three programs analyse
q-2-2-2-3-c-why = All three programs read the same objects in place. That is what a data lake is for.
q-2-2-2-3-d = The data files of a running MySQL server
q-2-2-2-3-d-why = They change in small pieces in place, and S3 replaces whole objects. They belong in block storage.
