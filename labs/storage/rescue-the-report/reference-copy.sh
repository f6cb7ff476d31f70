# The final edition is copied over itself: a new version on top, and nothing is taken away.
FINAL=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query "Versions[?ETag=='\"08407f3738065930edb4642b9c608241\"'].VersionId | [0]" --output text)
aws s3api copy-object --bucket {bucket} --key reports/quarter.csv --copy-source {bucket}/reports/quarter.csv?versionId=$FINAL
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
