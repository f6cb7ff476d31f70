### Check questions of section 2.3.1, S3 access control.

q-2-3-1-1 = The user `ana` has no IAM policy at all. The policy of the bucket `docs-417`, in her own account, allows her `s3:GetObject`. She reads `plan.pdf` from it. What happens?
q-2-3-1-1-a = She is refused. Her IAM policy must allow it as well.
q-2-3-1-1-a-why = Both sides must allow only if caller and bucket belong to different accounts. Within one account, one of them is enough.
q-2-3-1-1-b = She gets it. The bucket policy allows it and nothing denies it.
q-2-3-1-1-b-why = Within one account, one Allow is enough, wherever it stands.
q-2-3-1-1-c = She is refused until Block Public Access is switched off.
q-2-3-1-1-c-why = Block Public Access acts on what is open to everybody. A policy that names one user is not public.

q-2-3-1-2 = An administrator, whose IAM policy allows everything, reads from `pay-417` at home. The bucket policy denies `s3:GetObject` to everybody outside the network of the office. What happens?
q-2-3-1-2-a = He gets it. The policy of an administrator comes before that of a bucket.
q-2-3-1-2-a-why = No policy comes before another. All of them are read, and one Deny is enough to refuse.
q-2-3-1-2-b = He gets it. Within one account, one Allow is enough.
q-2-3-1-2-b-why = It is enough while nothing denies. Here a statement denies, and a Deny is stronger than any Allow.
q-2-3-1-2-c = He is refused. The Deny is stronger than every Allow.
q-2-3-1-2-c-why = S3 looks for a Deny first. This one applies to him, because his request comes from outside the office.

q-2-3-1-3 = A user of account 111122223333 has an IAM policy that allows `s3:GetObject` on `docs-417`, a bucket of another account. The policy of that bucket says nothing about him. What happens?
q-2-3-1-3-a = He is refused. The account of the bucket has not agreed.
q-2-3-1-3-a-why = Between two accounts, both must allow. Otherwise anybody could write himself a right to a stranger's bucket.
q-2-3-1-3-b = He gets it. His IAM policy names the bucket.
q-2-3-1-3-b-why = His account can only give rights over what it may do itself. The bucket belongs to somebody else.
q-2-3-1-3-c = He gets it if he knows the exact URL.
q-2-3-1-3-c-why = A URL is an address. Knowing it adds no right.
