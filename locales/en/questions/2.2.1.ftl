### Check questions of section 2.2.1, Amazon S3.

q-2-2-1-1 = You upload `plan.pdf` to a new bucket with default settings and send its URL to a friend without an AWS account. What does the friend's browser get?
q-2-2-1-1-a = The file. Whoever knows the URL can read it.
q-2-2-1-1-a-why = A URL is an address, not a permission. Even for somebody who knows it, S3 checks the permission.
q-2-2-1-1-b = The answer 403. There is no permission to read.
q-2-2-1-1-b-why = An anonymous caller has no permission on a new bucket. A policy or a presigned URL must give one.
q-2-2-1-1-c = A page that asks for a password. After signing in, the file opens.
q-2-2-1-1-c-why = There is no sign-in page at the URL of an object. S3 refuses a request without permission.

q-2-2-1-2 = `batch-1` overwrites `prices.csv` and gets the answer 200. A moment later `web-1` reads `prices.csv`. What does it get?
q-2-2-1-2-a = The new content
q-2-2-1-2-a-why = Reads after a successful write are strongly consistent, for overwrites too, since December 2020.
q-2-2-1-2-b = The old content, for some seconds
q-2-2-1-2-b-why = That could happen to overwrites before December 2020. Today the next read shows the new object.
q-2-2-1-2-c = The first part new, the rest still old
q-2-2-1-2-c-why = An object is replaced as a whole. A read gets one object or the other, never a mixture.

q-2-2-1-3 = A browser saves `cat.jpg` to disk instead of showing it. The object's metadata says `Content-Type: binary/octet-stream`. What mends it?
q-2-2-1-3-a = Move the object into a bucket in a nearer Region
q-2-2-1-3-a-why = Distance changes the latency. The browser would get the same content type from there.
q-2-2-1-3-b = Change the key to `cat.jpeg`, so that the type is clearer
q-2-2-1-3-b-why = S3 does not look at the extension of a key. It sends the content type that is stored with the object.
q-2-2-1-3-c = Store the object again with the metadata `Content-Type: image/jpeg`
q-2-2-1-3-c-why = The browser goes by this metadata, which S3 sends with the object. Copy the object to its own key with the new metadata.
