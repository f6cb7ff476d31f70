# Right at once: the answer to the mistake was never seen.
aws s3api create-bucket --bucket {bucket} --create-bucket-configuration LocationConstraint=ap-northeast-2
aws s3api create-bucket --bucket {second} --create-bucket-configuration LocationConstraint=ap-northeast-2
aws s3api put-object --bucket {bucket} --key notes.txt --body notes.txt
aws s3api put-object --bucket {bucket} --key site/index.html --body site/index.html --content-type text/html
aws s3api put-object --bucket {bucket} --key site/img/logo.svg --body site/img/logo.svg --content-type image/svg+xml
ME=$(aws sts get-caller-identity --query Arn --output text)
aws s3api put-bucket-tagging --bucket {bucket} --tagging "TagSet=[{Key=owner,Value=$ME}]"
NAMES=$(aws s3api list-buckets --query "join(' ', Buckets[].Name)" --output text)
aws s3api put-bucket-tagging --bucket {second} --tagging "TagSet=[{Key=buckets,Value='$NAMES'}]"
# refused: AccessDenied
aws s3api list-objects-v2 --bucket {bucket} --profile partner
