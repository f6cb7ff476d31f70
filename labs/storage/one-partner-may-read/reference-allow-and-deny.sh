# The account may read and list everything, and explicit denials take away what is not meant for it.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Read", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{friend_id}:root"}, "Action": ["s3:GetObject", "s3:ListBucket"],
   "Resource": ["arn:aws:s3:::{bucket}", "arn:aws:s3:::{bucket}/*"]},
  {"Sid": "OnlyTheFolder", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::{friend_id}:root"}, "Action": "s3:GetObject",
   "NotResource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Sid": "OnlyItsList", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::{friend_id}:root"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}",
   "Condition": {"StringNotLike": {"s3:prefix": "{folder}/*"}}}
]}'
