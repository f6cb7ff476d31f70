# What lies above the final edition is deleted by its version id: first the marker, then the broken edition.
MARKER=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query 'DeleteMarkers[0].VersionId' --output text)
aws s3api delete-object --bucket {bucket} --key reports/quarter.csv --version-id $MARKER
BROKEN=$(aws s3api list-object-versions --bucket {bucket} --prefix reports/ --query 'Versions[?IsLatest].VersionId | [0]' --output text)
aws s3api delete-object --bucket {bucket} --key reports/quarter.csv --version-id $BROKEN
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
