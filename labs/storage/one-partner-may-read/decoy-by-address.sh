# Everybody at the partner's address: that is not public, and still others sit behind it.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.17/32"}}},
  {"Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}",
   "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.17/32"}, "StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
