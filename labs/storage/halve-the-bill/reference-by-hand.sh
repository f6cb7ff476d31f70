# The uploads are ended by hand; renders are hidden as soon as nobody reads them, and one rule holds for all that is not current.
UPLOAD=$(aws s3api list-multipart-uploads --bucket {bucket} --query 'Uploads[0].UploadId' --output text)
aws s3api abort-multipart-upload --bucket {bucket} --key masters/film.mov --upload-id $UPLOAD
UPLOAD=$(aws s3api list-multipart-uploads --bucket {bucket} --query 'Uploads[0].UploadId' --output text)
aws s3api abort-multipart-upload --bucket {bucket} --key renders/trailer.mov --upload-id $UPLOAD
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "masters", "Status": "Enabled", "Filter": {"Prefix": "masters/"}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}]},
  {"ID": "hide", "Status": "Enabled", "Filter": {"Prefix": "renders/"}, "Expiration": {"Days": 16}},
  {"ID": "free", "Status": "Enabled", "Filter": {}, "NoncurrentVersionExpiration": {"NoncurrentDays": {undo}}}
]}'
