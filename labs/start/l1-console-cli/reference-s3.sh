# The short commands of aws s3, and documents instead of shorthand.
aws s3 mb s3://{bucket}
# refused: IllegalLocationConstraintException
aws s3api create-bucket --bucket {second} --create-bucket-configuration LocationConstraint=us-west-2
aws s3 mb s3://{second}
aws s3 cp site s3://{bucket}/site --recursive
aws s3 cp notes.txt s3://{bucket}
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
aws s3api put-bucket-tagging --bucket {bucket} --tagging '{"TagSet": [{"Key": "owner", "Value": "arn:aws:iam::'$ACCOUNT':user/admin"}]}'
FIRST=$(aws s3api list-buckets --query 'Buckets[0].Name' --output text)
LAST=$(aws s3api list-buckets --query 'Buckets[-1].Name' --output text)
aws s3api put-bucket-tagging --bucket {second} --tagging "TagSet=[{Key=buckets,Value='$FIRST $LAST'}]"
# refused: AccessDenied
aws s3api list-objects-v2 --bucket {bucket} --profile other
