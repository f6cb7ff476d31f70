# One flag is off, so that a public statement is taken; from then on RestrictPublicBuckets keeps every other account out.
aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=true
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/offers.csv"},
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/{folder}/*"},
  {"Effect": "Allow", "Principal": {"AWS": "{friend_id}"}, "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{bucket}", "Condition": {"StringLike": {"s3:prefix": "{folder}/*"}}}
]}'
