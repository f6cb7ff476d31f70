### Check questions of section 2.3.5, server-side encryption key types.

q-2-3-5-1 = An object is encrypted with SSE-KMS and a key of your own. A role may `s3:GetObject`, but has no right to the key. What does its GET return?
q-2-3-5-1-a = The encrypted bytes
q-2-3-5-1-a-why = With server-side encryption, S3 hands out plain data or nothing. Encrypted bytes never leave it.
q-2-3-5-1-b = The plain object, because S3 decrypts for whoever may read
q-2-3-5-1-b-why = That is so with SSE-S3. With SSE-KMS, KMS checks the caller's right to the key as well.
q-2-3-5-1-c = `AccessDenied`
q-2-3-5-1-c-why = Two rights are needed: `s3:GetObject` and `kms:Decrypt`. The second one is missing.

q-2-3-5-2 = An auditor asks who used the key of certain records, and when. Which of these ways lets you answer from CloudTrail?
q-2-3-5-2-a = SSE-KMS
q-2-3-5-2-a-why = The key lies in KMS, and each of its uses is a request that CloudTrail records.
q-2-3-5-2-b = SSE-S3
q-2-3-5-2-b-why = S3 uses its key inside. You see no use of it anywhere.
q-2-3-5-2-c = SSE-C
q-2-3-5-2-c-why = AWS does not keep that key and knows nothing of its story. Only you can record who had it.

q-2-3-5-3 = `med-417` holds 10,000 objects with SSE-S3. You change the default of the bucket to SSE-KMS. What becomes of those objects?
q-2-3-5-3-a = S3 encrypts them anew with the KMS key during the next night.
q-2-3-5-3-a-why = A default says what happens to an upload that names no way. It is no order to change what is stored.
q-2-3-5-3-b = They stay as they are. Only later uploads use SSE-KMS.
q-2-3-5-3-b-why = The default holds for new objects. To change the old ones, copy each to its own key, for example.
q-2-3-5-3-c = They cannot be read until they have been copied.
q-2-3-5-3-c-why = Each object remembers how it was encrypted. S3 goes on decrypting them with its own key.
