# All of S3's actions in the folder: the partner could change prices.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:*", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}", "Condition": {"StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
