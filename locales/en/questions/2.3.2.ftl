### Check questions of section 2.3.2, bucket policies.

q-2-3-2-1 = A bucket policy allows a user of its own account `s3:ListBucket` and `s3:GetObject`, both on `arn:aws:s3:::logs-417/*`. She has no other rights. What can she do?
q-2-3-2-1-a = Read objects, but not list them
q-2-3-2-1-a-why = Reading acts on objects, and `/*` names them. Listing acts on the bucket itself, which no statement names.
q-2-3-2-1-b = List and read objects
q-2-3-2-1-b-why = Listing acts on the bucket, `arn:aws:s3:::logs-417`. That resource is not in the statement, so listing is refused.
q-2-3-2-1-c = Neither, because S3 does not save such a policy
q-2-3-2-1-c-why = S3 saves it: the resource lies in this bucket. One of the two actions has no effect, and S3 does not point that out.

q-2-3-2-2 = A bucket policy has one statement: Deny `s3:*` to `*` if `aws:SecureTransport` is `false`, that is, without HTTPS. A user of the account, whose IAM policy allows `s3:GetObject`, reads over HTTPS. What happens?
q-2-3-2-2-a = She is refused, because the Deny is for everybody.
q-2-3-2-2-a-why = It is for everybody, but only if the condition holds. Over HTTPS it does not, so the statement says nothing.
q-2-3-2-2-b = She gets the object. The statement does not apply, and her IAM policy allows it.
q-2-3-2-2-b-why = The condition does not hold, so nothing denies. The Allow in her IAM policy is enough within the account.
q-2-3-2-2-c = She gets it, and so does anybody else who comes over HTTPS.
q-2-3-2-2-c-why = A Deny that does not apply is no Allow. Whoever has no Allow elsewhere is still refused.

q-2-3-2-3 = Each of 200 partner accounts has statements of its own in one bucket policy. With number 201, the policy would have 24 KB, and S3 refuses to save it. What helps?
q-2-3-2-3-a = A second bucket policy on the same bucket
q-2-3-2-3-a-why = A bucket has one policy. Saving another replaces the first.
q-2-3-2-3-b = Moving the statements of some partners into ACLs of the objects
q-2-3-2-3-b-why = ACLs are off in a new bucket, and they know no conditions. Section 2.3.4 has the better way.
q-2-3-2-3-c = Access points, each with a policy of its own
q-2-3-2-3-c-why = Each access point has its own policy of up to 20 KB. The bucket policy only passes the decision on to them.
