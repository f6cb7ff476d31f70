# Not the whole account, but the one user who fetches the files.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Read", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{friend_id}:user/admin"}, "Action": "s3:Get*", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Sid": "List", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{friend_id}:user/admin"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}",
   "Condition": {"StringEquals": {"s3:prefix": ["{folder}/", "{folder}/daily/"]}}}
]}'
