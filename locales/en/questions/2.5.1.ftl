### Check questions of section 2.5.1, multipart upload.

q-2-5-1-1 = The list of `video-417` adds up to 40 GB, but 90 GB are billed. Versioning was never enabled, and everything is in S3 Standard. What is the likely reason?
q-2-5-1-1-a = Small objects are billed as 128 KB each.
q-2-5-1-1-a-why = Some classes have a minimum size. Standard has none.
q-2-5-1-1-b = Deleted objects are billed for 30 days more.
q-2-5-1-1-b-why = Standard has no minimum duration. What is deleted costs nothing from then on.
q-2-5-1-1-c = Parts of uploads that were never completed
q-2-5-1-1-c-why = They do not show in the list of objects and are billed. Abort the uploads, and add a lifecycle rule that does so.

q-2-5-1-2 = A program uploads a file of 200 GB in parts of 10 MB. After 10,000 parts, S3 refuses the next one. What mends it?
q-2-5-1-2-a = Parts of 25 MB
q-2-5-1-2-a-why = An upload has 10,000 parts at most. 200 GB in parts of 25 MB are 8,000.
q-2-5-1-2-b = A second upload with the rest to the same key
q-2-5-1-2-b-why = It would be an object of its own and replace the first. Parts are joined only within one upload.
q-2-5-1-2-c = A single PUT for the whole file
q-2-5-1-2-c-why = One PUT takes 5 GiB at most. Parts are the only way for this file.

q-2-5-1-3 = Of three parts of `film.mp4`, a new key, all have been sent: the third first, then the first, then the second. The upload has not been completed. What does a GET of `film.mp4` return?
q-2-5-1-3-a = The film, with the parts in the wrong order
q-2-5-1-3-a-why = Each part has a number, and S3 joins them by it. The order of sending does not matter.
q-2-5-1-3-b = 404
q-2-5-1-3-b-why = The object comes into being when the upload is completed. Until then the key does not exist.
q-2-5-1-3-c = The first part
q-2-5-1-3-c-why = Nothing can be read of an unfinished upload, not even parts that are whole.
