# The files are there, without their folders.
aws s3api create-bucket --bucket {bucket} --create-bucket-configuration LocationConstraint=ap-northeast-2
# refused: IllegalLocationConstraintException
aws s3api create-bucket --bucket {second}
aws s3api create-bucket --bucket {second} --create-bucket-configuration LocationConstraint=ap-northeast-2
aws s3 cp notes.txt s3://{bucket}
aws s3 cp site/index.html s3://{bucket}
aws s3 cp site/img/logo.svg s3://{bucket}
ME=$(aws sts get-caller-identity --query Arn --output text)
aws s3api put-bucket-tagging --bucket {bucket} --tagging "TagSet=[{Key=owner,Value=$ME}]"
NAMES=$(aws s3api list-buckets --query "join(' ', Buckets[].Name)" --output text)
aws s3api put-bucket-tagging --bucket {second} --tagging "TagSet=[{Key=buckets,Value='$NAMES'}]"
# refused: AccessDenied
aws s3api list-objects-v2 --bucket {bucket} --profile partner
