# The report is back, and versions go on piling up.
FINAL=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query "Versions[?ETag=='\"08407f3738065930edb4642b9c608241\"'].VersionId | [0]" --output text)
aws s3api copy-object --bucket {bucket} --key reports/quarter.csv --copy-source {bucket}/reports/quarter.csv?versionId=$FINAL
