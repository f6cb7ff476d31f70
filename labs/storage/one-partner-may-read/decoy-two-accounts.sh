# One account more than was asked for.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": ["{friend_id}", "{stranger_id}"]}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Effect": "Allow", "Principal": {"AWS": ["{friend_id}", "{stranger_id}"]}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}", "Condition": {"StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
