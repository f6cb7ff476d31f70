# Each file can be read by whoever knows its name, and nobody can ask for the names.
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"}
]}'
