# The final edition is downloaded and put again; each folder has its own rule.
FINAL=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query "Versions[?ETag=='\"08407f3738065930edb4642b9c608241\"'].VersionId | [0]" --output text)
aws s3api get-object --bucket {bucket} --key reports/quarter.csv --version-id $FINAL rescued.csv
aws s3api put-object --bucket {bucket} --key reports/quarter.csv --body rescued.csv
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "reports", "Status": "Enabled", "Filter": {"Prefix": "reports/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": 90, "NewerNoncurrentVersions": 10}},
  {"ID": "status", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
