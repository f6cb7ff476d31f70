title = L1: 콘솔과 CLI
summary = 같은 일을 클릭으로도 명령으로도 해 보고, 내가 누구인지 알아내고, 나를 막는 오류를 읽어요.
story = 콘솔과 명령줄은 같은 방으로 들어가는 두 문이에요. 클릭도 호출이 되고, 입력한 명령도 똑같은 호출이 돼요. 이 실습에서는 버킷 2개를 하나씩 다른 방법으로 만들고, 파일을 넣고, 내가 누구로서 일하는지 알아낸 다음, 일부러 벽에 부딪혀 봐요. notes.txt와 site/ 아래 파일을 준비해 두었어요.
question = { $bucket } 버킷과 { $second } 버킷을 서울에 만들어요. 그러면서 리전이 틀렸을 때 AWS가 무엇이라고 답하는지 봐요. 첫 버킷에는 notes.txt와 site/ 아래 모든 파일을 같은 경로로 올려요. 첫 버킷에는 내가 누구인지, 둘째 버킷에는 어떤 버킷이 있는지를 태그로 적되, 어느 것도 손으로 옮겨 적지 않아요. 마지막으로 다른 계정이 내 버킷에 무엇을 할 수 있는지 봐요.
debrief = 어느 문으로 들어왔든, 지금까지 한 일은 모두 호출한 사람과 리전과 응답이 있는 호출이었어요. 아래 패널에서 하나하나를 명령으로 볼 수 있어요. 응답은 성공했는지만 알려 주지 않아요. IllegalLocationConstraintException은 맞지 않는 리전을, AccessDenied는 누가 어떤 리소스에 무엇을 하려 했는지를 알려 주었어요. 이 세 가지를 읽으면 무엇을 고칠지 알 수 있어요. --query와 --output 덕분에 한 명령의 응답이 다음 명령의 입력이 되었고, 아무것도 옮겨 적지 않았어요.

task-first-title = { $bucket } 버킷이 서울에 있고, 퍼블릭 액세스가 막혀 있어요
task-first-why = 버킷의 리전은 데이터가 어디에 있고 비용이 얼마이며 길이 얼마나 먼지를 정해요. 나중에 바꿀 수도 없어요. 퍼블릭 액세스 차단 설정 4개는 누가 끄지 않는 한 켜져 있어요.
task-second-title = 틀린 리전이 거부되는 것을 보았고, { $second } 버킷이 서울에 있어요
task-second-why = 버지니아 북부가 아니라면 호출에 리전을 적어야 하고, 그 리전은 엔드포인트의 리전과 같아야 해요. 이 오류를 한 번 읽어 두면 다음에는 바로 알아봐요.
task-upload-title = 파일 3개가 경로 그대로 { $bucket } 버킷에 있어요
task-upload-why = 키는 슬래시까지 포함한 온전한 이름이에요. 페이지가 img/logo.svg를 찾는데 다른 키로 올려 두면 찾지 못해요.
task-who-title = { $bucket } 버킷의 owner 태그에 내가 누구인지 적혀 있어요
task-who-why = 무엇이 되고 무엇이 거부되는지는 누가 호출하느냐에 달렸어요. 막혔을 때 첫 질문은 "나는 여기서 누구인가"예요.
task-names-title = { $second } 버킷의 buckets 태그에 두 버킷의 이름이 적혀 있어요
task-names-why = 명령이 내놓는 것은 데이터예요. 필요한 것만 골라내면 다음 명령에 그대로 넘길 수 있고, 옮겨 적다 틀릴 일도 없어요.
task-wall-title = 다른 계정이 내 버킷에서 거부되는 것을 보았어요
task-wall-why = 버킷은 그 계정의 것이에요. 다른 계정의 관리자는 여기서 아무 권한이 없고, 오류 메시지는 누구에게 무엇이 허용되지 않았는지 정확히 말해 줘요.

hint-first-1 = 내 버킷을 나열해 봐요. 그 이름의 버킷이 있나요? 어디에 있나요?
hint-first-2 = 버킷의 리전과, 터미널이 호출하는 리전을 봐요.
hint-first-3 = 새 버킷의 리전은 버킷을 만드는 호출의 일부예요.
hint-first-4 = aws s3api create-bucket --bucket { $bucket } --create-bucket-configuration LocationConstraint=ap-northeast-2. 버킷 실험대의 콘솔에서 만들어도 돼요.
hint-second-1 = 둘째 버킷을 만들 때 거부된 적이 있나요? 모두 잘되기만 했다면 놓친 것이 있어요.
hint-second-2 = 호출이 리전을 뭐라고 하는지 봐요. 아무 말이 없거나, 엔드포인트와 다른 리전이에요.
hint-second-3 = 서울 엔드포인트에 한 호출은 서울에 버킷을 만들어요. 리전을 적지 않았거나 다른 리전을 적은 호출은 맞지 않아서 거부돼요.
hint-second-4 = 먼저 리전 없이 aws s3api create-bucket --bucket { $second } 명령을 내리고 오류를 읽어요. 그다음 리전을 대신 적어 주는 aws s3 mb s3://{ $second } 명령으로 만들어요.
hint-upload-1 = 버킷 전체를 나열해 봐요. 키가 파일의 경로와 같나요?
hint-upload-2 = 폴더 안에 있던 파일의 키를 봐요.
hint-upload-3 = 버킷에는 폴더가 없고, 슬래시는 키의 일부예요. 폴더를 통째로 복사하면 키가 알아서 만들어져요.
hint-upload-4 = aws s3 cp notes.txt s3://{ $bucket }/notes.txt 다음에 aws s3 cp site s3://{ $bucket }/site --recursive.
hint-who-1 = 아무도 알려 주지 않았다면, 지금 어느 계정에 있는지 알 수 있을까요?
hint-who-2 = 파일이 아니라 호출한 사람을 아는 서비스를 찾아봐요.
hint-who-3 = AWS STS는 누가 호출했는지 ARN으로 답해요. 응답은 변수에 담을 수 있어요: NAME=$(aws … --output text).
hint-who-4 = ME=$(aws sts get-caller-identity --query Arn --output text) 다음에 aws s3api put-bucket-tagging --bucket { $bucket } --tagging "TagSet=[{"{"}Key=owner,Value=$ME{"}"}]".
hint-names-1 = 버킷 목록에는 이름 말고도 많은 것이 나와요.
hint-names-2 = 응답이 어떻게 생겼는지, 그리고 모든 명령에 있는 옵션을 봐요.
hint-names-3 = --query는 JMESPath라는 언어로 응답의 일부를 골라내요. join 함수는 목록을 글 하나로 이어 줘요.
hint-names-4 = NAMES=$(aws s3api list-buckets --query "join(' ', Buckets[].Name)" --output text) 다음에 aws s3api put-bucket-tagging --bucket { $second } --tagging "TagSet=[{"{"}Key=buckets,Value='$NAMES'{"}"}]".
hint-wall-1 = 지금까지는 모두 내가 물었어요. 다른 누군가가 묻게 해 봐요.
hint-wall-2 = 명령을 다른 사람으로서 내리는 옵션을 찾아봐요.
hint-wall-3 = partner 계정에는 그 계정의 관리자가 있어요. 내 쪽에서 허용한 것이 없으니 내 버킷에는 아무 권한이 없어요.
hint-wall-4 = aws s3api list-objects-v2 --bucket { $bucket } --profile partner. 누가, 어떤 작업을, 어떤 리소스에 하려다 거부되었는지 읽어요.

step-first-title = 첫 버킷
step-first-text = 서울에 버킷을 만들고 퍼블릭 액세스 차단을 봐요. 아무것도 하지 않아도 설정 4개가 모두 켜져 있어요.
step-region-title = 일부러 틀린 리전
step-region-text = 이번에는 서울 엔드포인트에 아일랜드의 버킷을 만들어 달라고 해요. 어떻게 될까요?
step-region-made = 아일랜드에 버킷이 만들어져요
step-region-refused = 호출이 거부돼요
step-second-title = 둘째 버킷
step-second-text = aws s3 mb는 리전을 대신 적어 주는 짧은 명령이에요. 만든 뒤 버킷을 나열해요.
step-upload-title = 파일 하나, 파일 여럿
step-upload-text = 파일 하나를 복사하고, 다음으로 폴더를 통째로 복사해요. 버킷을 나열해 보면 슬래시가 키의 일부예요.
step-who-title = 나는 누구?
step-who-text = AWS STS에 묻고, ARN을 변수에 담아, 버킷에 태그로 적어요.
step-names-title = 이름만 골라내기
step-names-text = 이름을 표로 보고, 다음으로 글 하나로 이어서 둘째 버킷에 적어요.
step-wall-title = 벽
step-wall-text = 다른 계정의 관리자로서 내 버킷의 목록을 물어봐요. 메시지를 천천히 읽어요. 누가, 무엇을, 어떤 리소스에.

checkpoint-buckets = 버킷이 2개 있어요
