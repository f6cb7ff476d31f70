# ACLs on the files of today: those of tomorrow have none, and an ACL on the bucket lists more than the folder.
FRIEND=$(aws s3api list-buckets --query Owner.ID --output text --profile {friend})
aws s3api put-bucket-ownership-controls --bucket {bucket} --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'
aws s3api put-object-acl --bucket {bucket} --key {folder}/prices.csv --grant-read id=$FRIEND
aws s3api put-object-acl --bucket {bucket} --key {folder}/offers.csv --grant-read id=$FRIEND
aws s3api put-bucket-acl --bucket {bucket} --grant-read id=$FRIEND
