# A good policy, but the four flags went off first, because somebody thought they were in its way.
aws s3api delete-public-access-block --bucket {bucket}
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}", "Condition": {"StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
