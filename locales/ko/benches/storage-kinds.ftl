### 블록·파일·객체 스토리지 실험대의 글.

panel-storage-kinds = 블록·파일·객체 스토리지
storage-kinds-start-one-byte = 1바이트 고치기
storage-kinds-start-match = 워크로드 맞추기

## 1바이트 고치기의 장면
storage-kinds-beat-byte-question = { $size }짜리 파일에서 1바이트만 고쳐요. 블록, 파일, 객체 스토리지에 그 1바이트를 쓰려면 데이터를 각각 얼마나 옮겨야 할까요?
storage-kinds-beat-times = 예측해 보세요. 객체 스토리지가 옮기는 양은 블록 스토리지의 몇 배일까요?
storage-kinds-predict-times-alike = 10배가 안 돼요
storage-kinds-predict-times-thousands = 10배에서 10만 배 사이예요
storage-kinds-predict-times-more = 10만 배가 넘어요
storage-kinds-beat-write = 세 곳에 썼어요. 블록은 { $block }, 파일은 { $file }, 객체는 { $object }를 옮겼어요. 객체가 블록의 { $times }배예요.
storage-kinds-beat-grow = 블록과 파일 쪽은 크기가 커져도 그대로예요. 객체는 파일 크기만큼 늘어요. 걸린 시간도 { $block-time }, { $file-time }, { $object-time }{ JOSA($object-time, "으로/로") } 달라요.
storage-kinds-beat-whole = 예측해 보세요. 이번에는 파일 전체를 새로 써요. 어느 스토리지가 가장 많이 옮길까요?
storage-kinds-predict-whole-object = 여전히 객체예요
storage-kinds-predict-whole-alike = 셋이 비슷해요
storage-kinds-beat-replace = 파일 전체를 바꾸면 셋 다 { $object }를 옮겨요. 통째로 쓰는 일이라면 객체 스토리지도 불리하지 않아요.
storage-kinds-beat-byte-why = 객체는 제자리에서 고칠 수 없어서 통째로 다시 써요. 자주 조금씩 고치면 블록이나 파일, 한 번 쓰고 통째로 읽으면 객체가 맞아요.
storage-kinds-other-unwritten = 아직 블록과 객체에 모두 쓰지 않았어요. 카드마다 있는 쓰기 버튼을 누르면 숫자가 나와요.
storage-kinds-other-write = 다른 조건으로 썼어요. 블록은 { $block }, 파일은 { $file }, 객체는 { $object }를 옮겼고, 객체가 블록의 { $times }배예요.
storage-kinds-other-grow = 지금 조건에서는 블록이 { $block }, 객체가 { $object }를 옮겨요. 파일 크기를 움직여 선이 어떻게 달라지는지 보세요.
storage-kinds-other-replace = 지금은 파일 전체를 바꾸지 않았어요. 객체가 블록의 { $times }배를 옮겨요.

## 워크로드 맞추기의 장면
storage-kinds-beat-match-question = 워크로드가 { $all }개 있어요. 무엇이 필요한지 보고 블록, 파일, 객체 가운데 하나와 거기에 맞는 AWS 빌딩 블록을 고르려고 해요.
storage-kinds-beat-objects = 예측해 보세요. { $all }개 가운데 객체 스토리지에 맞는 것은 몇 개일까요?
storage-kinds-predict-objects-one = 1개 이하
storage-kinds-predict-objects-two = 2개
storage-kinds-predict-objects-three = 3개 이상
storage-kinds-beat-place = { $all }개를 모두 놓았고, 조건이 다 맞아요. 블록 { $block }개, 파일 { $file }개, 객체 { $object }개예요.
storage-kinds-beat-placed = 워크로드를 하나씩 눌러 필요한 것과 제공하는 것을 줄마다 비교해 보세요. 다른 빌딩 블록으로 바꾸면 무엇이 안 맞는지 나와요.
storage-kinds-beat-turned = 사진 앱의 프로토콜을 NFS로 바꿨어요. 속성 하나가 바뀌자 S3가 맞지 않아요. 이제 객체에 맞는 워크로드는 { $object }개예요.
storage-kinds-beat-match-why = 맞는 종류는 이름이 아니라 속성을 보고 정해요. 누가 함께 쓰는지, 제자리에서 고치는지, 프로토콜, 지연 시간, 수명을 차례로 물어보세요.
storage-kinds-other-place = 지금 { $all }개 가운데 { $placed }개를 놓았어요. 모두 놓으면 결과가 나와요.
storage-kinds-other-placed = { $placed }개를 놓았고 그중 { $right }개가 맞아요. 가위표가 있는 것을 눌러 무엇이 안 맞는지 보세요.
storage-kinds-other-turned = 사진 앱을 지금 조건에 맞는 곳에 놓았어요. 객체에 맞는 워크로드는 { $object }개예요.

## 조절 값
storage-kinds-size = 파일 크기
storage-kinds-rtt = 왕복 시간
storage-kinds-change = 바꿀 부분
storage-kinds-change-byte = 1바이트
storage-kinds-change-middle = 가운데 1 MB
storage-kinds-change-append = 끝에 1 MB 더하기
storage-kinds-change-whole = 전체
storage-kinds-copy = 안 바뀐 파트는 S3 안에서 복사
storage-kinds-copy-hint = UploadPartCopy로 바뀌지 않은 부분을 S3가 스스로 복사해요. 바뀐 파트만 네트워크로 보내요. 8 MB보다 큰 파일에서만 쓸 수 있어요.
storage-kinds-write = 쓰기
storage-kinds-write-block = 블록 스토리지에 쓰기
storage-kinds-write-file = 파일 스토리지에 쓰기
storage-kinds-write-object = 객체 스토리지에 쓰기

## 그림과 숫자
storage-kinds-store-block = 블록 스토리지
storage-kinds-store-file = 파일 스토리지
storage-kinds-store-object = 객체 스토리지
storage-kinds-example-block = EBS 볼륨, 4 KB 블록
storage-kinds-example-file = EFS, NFS
storage-kinds-example-object = S3, HTTPS
storage-kinds-strip = { $store }: { $size } 파일 가운데 진한 칸이 네트워크를 오가요. 모두 { $bytes }예요.
storage-kinds-strip-before = { $store }: 점이 있는 칸이 바뀌어요. 파일은 { $size }, 쓰면 { $bytes }를 옮겨요.
storage-kinds-unknown = ?
storage-kinds-bytes = 옮긴 양
storage-kinds-bytes-how = 계산 방법: 모든 요청이 주고받은 파일 데이터의 합이에요. 1 GB는 2^30바이트이고, 프로토콜이 덧붙이는 것은 세지 않아요.
storage-kinds-trips = 왕복
storage-kinds-trips-how = 계산 방법: 답을 기다린 횟수예요. 같은 종류의 요청은 한꺼번에 보내고 한 번만 기다려요. 요청 수는 아래의 보낸 요청에 있어요.
storage-kinds-time = 시간
storage-kinds-time-how = 계산 방법: 왕복 수 × (왕복 시간 + 요청 처리 시간) + 옮긴 양 ÷ 네트워크 속도.
storage-kinds-millis = { $n } ms
storage-kinds-seconds = { $n }초
storage-kinds-minutes = { $n }분
storage-kinds-hours = { $n }시간
storage-kinds-tab-bytes = 크기와 옮긴 양
storage-kinds-tab-time = 크기와 시간
storage-kinds-tab-requests = 보낸 요청
storage-kinds-bytes-head = 파일 크기와 옮긴 양
storage-kinds-time-head = 파일 크기와 걸린 시간
storage-kinds-empty = 쓰고 나면 여기에 결과가 보여요.
storage-kinds-not-written = 아직 안 썼어요.
storage-kinds-request = { $n }번, { $bytes }
storage-kinds-simplified-byte = 단순화: 블록과 페이지 4 KB, 볼륨 요청 256 KB, NFS 요청 1 MB, 파트 8 MB(1만 개까지). 처리에 블록 0.5 ms, 파일 1 ms, 객체 20 ms. 같은 종류의 요청은 한꺼번에 보내요. 네트워크는 초당 125 MB(gp3 기본). 캐시와 저널은 다루지 않아요.

## 일어난 일
storage-kinds-happened = 일어난 일
storage-kinds-last-nothing = 아직 쓴 곳이 없어요. 조절 값을 정하고 카드의 쓰기 버튼을 눌러 보세요.
storage-kinds-last-setup-before = 조건이 바뀌었어요. 쓰기 버튼을 누르면 결과가 나와요.
storage-kinds-last-setup = 조건이 바뀌어 이미 쓴 결과를 다시 계산했어요.
storage-kinds-last-block = 볼륨에는 바뀐 블록만 썼어요. 블록이 일부만 바뀌면 나머지를 먼저 읽어서 채워요. { $block }, 왕복 { $block-trips }번이에요.
storage-kinds-last-file = 공유 파일을 열고 바뀐 페이지만 쓴 다음, 디스크에 저장됐는지 확인하고 닫았어요. { $file }, 왕복 { $file-trips }번이에요.
storage-kinds-last-object = 객체는 제자리에서 고칠 수 없어요. 통째로 받아서 고치고 통째로 다시 올렸어요. { $object }, 왕복 { $object-trips }번이에요.
storage-kinds-last-object-whole = 옛 내용이 필요 없어서 받지 않고 새 객체만 올렸어요. { $object }, 왕복 { $object-trips }번이에요.
storage-kinds-last-object-copied = 바뀐 파트만 다시 올리고, 나머지는 UploadPartCopy로 S3가 복사했어요. { $object }, 왕복 { $object-trips }번이에요.
storage-kinds-last-all = 세 곳에 모두 썼어요. 블록과 파일은 바뀐 자리만 썼고, 객체는 제자리에서 고칠 수 없어서 다시 썼어요.
storage-kinds-last-unplaced = 아직 놓은 워크로드가 없어요. 왼쪽에서 고르고 빌딩 블록을 눌러 보세요.
storage-kinds-last-rest = 남은 워크로드를 속성에 맞는 곳에 놓았어요. { $all }개 가운데 { $right }개가 맞아요.
storage-kinds-last-placed = { $workload }: { $building }.
storage-kinds-last-need = { $workload }에 필요한 것이 바뀌었어요. 빌딩 블록을 골라 보세요.

## 워크로드
storage-kinds-counts = 놓은 것 { $placed }/{ $all }, 맞은 것 { $right }
storage-kinds-unplaced = 아직 안 골랐어요
storage-kinds-workload-database = 관계형 데이터베이스
storage-kinds-workload-homes = Linux 홈 디렉터리
storage-kinds-workload-photos = 사진 앱
storage-kinds-workload-scratch = 정렬용 임시 데이터
storage-kinds-workload-office = 사무실 공유 폴더
storage-kinds-workload-logs = 데이터 레이크의 로그
storage-kinds-about-database = EC2 인스턴스 1대에서 도는 데이터베이스가 페이지를 제자리에서 고쳐요. 인스턴스를 바꿔도 데이터는 남아야 해요.
storage-kinds-about-homes = 여러 가용 영역의 Linux 서버가 같은 홈 디렉터리를 NFS로 열고 고쳐요.
storage-kinds-about-photos = 한 번 올린 사진을 앱과 브라우저가 어디서나 HTTPS로 받아 가요. 사진은 고치지 않아요.
storage-kinds-about-scratch = 큰 정렬이 메모리에 다 안 들어갈 때 잠깐 쓰는 공간이에요. 아주 빨라야 하고, 사라지면 다시 만들면 돼요.
storage-kinds-about-office = Windows PC 수백 대가 Active Directory 권한으로 문서를 함께 열고 고쳐요.
storage-kinds-about-logs = 서버마다 로그를 파일로 올려 두고 분석 도구가 통째로 읽어요. 몇 년 동안 보관해요.

## 속성
storage-kinds-needs-changed = 처음과 다른 속성이 있어요. 아래 표가 지금 조건이에요.
storage-kinds-needs = 속성
storage-kinds-wanted = 필요한 것
storage-kinds-offered = 제공하는 것
storage-kinds-need-hosts = 함께 쓰기
storage-kinds-need-edits = 고치기
storage-kinds-need-protocol = 프로토콜
storage-kinds-need-latency = 지연 시간
storage-kinds-need-life = 수명
storage-kinds-value-one = 1대
storage-kinds-value-many = 여러 대
storage-kinds-value-in-place = 제자리에서
storage-kinds-value-whole = 통째로
storage-kinds-value-device = 블록 장치
storage-kinds-value-nfs = NFS
storage-kinds-value-smb = SMB
storage-kinds-value-lustre = Lustre
storage-kinds-value-https = HTTPS
storage-kinds-value-local = 1 ms 미만
storage-kinds-value-low = 몇 ms
storage-kinds-value-web = 수십 ms
storage-kinds-value-instance = 인스턴스까지만
storage-kinds-value-lasting = 인스턴스보다 오래
storage-kinds-met = 맞아요
storage-kinds-not-met = 안 맞아요

## 빌딩 블록
storage-kinds-building-ebs = Amazon EBS
storage-kinds-building-instance-store = 인스턴스 스토어
storage-kinds-building-efs = Amazon EFS
storage-kinds-building-fsx-windows = FSx for Windows
storage-kinds-building-fsx-lustre = FSx for Lustre
storage-kinds-building-s3 = Amazon S3
storage-kinds-what-ebs = 가용 영역 하나에 있는 네트워크 볼륨이에요. 인스턴스 1대에 연결하고, 인스턴스를 종료해도 남길 수 있어요.
storage-kinds-what-instance-store = 인스턴스를 실행하는 서버에 달린 디스크예요. 가장 빠르지만 인스턴스를 중지하면 데이터가 사라져요.
storage-kinds-what-efs = 여러 가용 영역의 Linux 클라이언트가 NFS로 함께 쓰는 파일 시스템이에요. 크기를 정하지 않아도 늘고 줄어요.
storage-kinds-what-fsx-windows = SMB로 함께 쓰는 Windows 파일 서버예요. Active Directory와 함께 써요.
storage-kinds-what-fsx-lustre = 많은 노드가 함께 읽고 쓰는 고성능 파일 시스템이에요. Lustre 클라이언트로 연결해요.
storage-kinds-what-s3 = HTTPS로 어디서나 객체를 통째로 쓰고 읽어요. 크기와 개수를 미리 정하지 않아요.
storage-kinds-choose = 빌딩 블록을 골라 보세요. 마우스를 올리면 무엇인지 보여요.
storage-kinds-fits = { $building }{ JOSA($building, "은/는") } 다섯 가지 조건에 모두 맞아요.
storage-kinds-breaks-hosts = { $building }{ JOSA($building, "은/는") } 인스턴스 1대에만 연결해요. 다른 호스트는 같은 데이터를 함께 고치지 못해요.
storage-kinds-breaks-edits = { $building }에서는 제자리에서 고칠 수 없어요. 조금만 바꿔도 객체를 통째로 다시 써야 해요.
storage-kinds-breaks-protocol = 워크로드는 { $wanted }{ JOSA($wanted, "을/를") } 쓰는데 { $building }{ JOSA($building, "은/는") } { $offered }만 받아요.
storage-kinds-breaks-latency = 워크로드에 필요한 지연 시간은 { $wanted }인데 { $building }{ JOSA($building, "은/는") } { $offered } 걸려요.
storage-kinds-breaks-life = 인스턴스를 중지하면 { $building }의 데이터가 사라져요. 이 데이터는 인스턴스보다 오래 남아야 해요.
storage-kinds-remedy = 조건에 모두 맞는 것: { $buildings }
storage-kinds-remedy-none = 이 조건에 모두 맞는 빌딩 블록은 여기에 없어요. 속성 하나를 바꿔 보세요.
storage-kinds-simplified-match = 단순화: 속성은 다섯 가지만 보고 비용은 보지 않아요. EBS 다중 연결과 S3 Files는 다루지 않고, 나머지 FSx는 2.6.4절에서 다뤄요. 지연 시간은 어림값이에요.

## 강사를 위한 메모
storage-kinds-note-byte-question = 1바이트를 고칠 때 무엇이 오가는지, 스토리지 세 가지를 하나씩 말로 설명하게 해 보세요.
storage-kinds-note-times = 손 든 사람을 세어 보세요. 10만 배라는 답은 거의 나오지 않아요.
storage-kinds-note-write = 막대를 비교해 보세요. 블록의 막대는 보이지 않을 만큼 짧아요.
storage-kinds-note-grow = 눈금이 네 배씩 커진다는 것을 짚어 주세요. 요청 목록도 한 번 펼쳐 보세요.
storage-kinds-note-whole = 방금 결과를 본 뒤라 대개 객체라고 답해요.
storage-kinds-note-replace = 객체 스토리지가 느린 것이 아니라, 조금씩 고치는 일이 비싼 것이라고 맺어 주세요.
storage-kinds-note-byte-why = 파트 복사를 켜고 1바이트를 다시 써 보세요. 무엇이 줄고 무엇이 남는지 물어보세요.
storage-kinds-note-match-question = 워크로드를 하나씩 읽어 주고, 답을 말하기 전에 속성부터 말하게 하세요.
storage-kinds-note-objects = 손 든 사람을 세어 보세요. 어느 워크로드를 객체로 보았는지도 물어보세요.
storage-kinds-note-place = 동그라미가 있는 것을 하나 골라 줄마다 읽어 주세요.
storage-kinds-note-placed = 데이터베이스를 S3로 옮겨 보세요. 안 맞는 줄이 몇 개인지 세게 하세요.
storage-kinds-note-turned = 하나만 바꿨는데 답이 달라졌어요. 다시 맞추려면 어디로 옮길지 물어보세요.
storage-kinds-note-match-why = 다섯 가지 물음을 칠판에 적어 두면 뒤의 절에서 계속 쓸 수 있어요.
