# The report is back, and the draft below it is deleted for good.
FINAL=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query "Versions[?ETag=='\"08407f3738065930edb4642b9c608241\"'].VersionId | [0]" --output text)
aws s3api copy-object --bucket {bucket} --key reports/quarter.csv --copy-source {bucket}/reports/quarter.csv?versionId=$FINAL
DRAFT=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query "Versions[?ETag=='\"e8015455a7a5b2a20b6e6ebb0ac4e2be\"'].VersionId | [0]" --output text)
aws s3api delete-object --bucket {bucket} --key reports/quarter.csv --version-id $DRAFT
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
