# The marker goes, and the broken edition below it is current again.
MARKER=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query 'DeleteMarkers[0].VersionId' --output text)
aws s3api delete-object --bucket {bucket} --key reports/quarter.csv --version-id $MARKER
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
