# The bucket leaves it to its access points, and the access point knows the partner.
aws s3control create-access-point --account-id 123456789012 --name {door} --bucket {bucket}
aws s3control put-access-point-policy --account-id 123456789012 --name {door} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{friend_id}:root"}, "Action": "s3:GetObject",
   "Resource": "arn:aws:s3:ap-northeast-2:123456789012:accesspoint/{door}/object/{folder}/*"},
  {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::{friend_id}:root"}, "Action": "s3:ListBucket",
   "Resource": "arn:aws:s3:ap-northeast-2:123456789012:accesspoint/{door}", "Condition": {"StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::{bucket}", "arn:aws:s3:::{bucket}/*"],
   "Condition": {"StringEquals": {"s3:DataAccessPointAccount": "123456789012"}}}
]}'
