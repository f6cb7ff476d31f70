# The policy names the account: one statement for the objects, one for the list, which is about the bucket itself.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Read", "Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Sid": "List", "Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}",
   "Condition": {"StringLike": {"s3:prefix": ["{folder}/*"]}}}
]}'
