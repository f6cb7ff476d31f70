### Transfer Acceleration 실험대: 클라이언트에서 버킷까지 가는 두 길, 버킷의 스위치.

panel-acceleration = Transfer Acceleration
acceleration-start-ways = 두 길
acceleration-start-switch = 켜기

## 장면: 두 길
acceleration-beat-ways-question = { $city }의 클라이언트가 { $region }({ $near }) 버킷에 { $size }를 올려요. 대답이 돌아오기까지 { $rtt } ms가 걸려요. 바로 가는 길보다 빠른 길이 있을까요?
acceleration-beat-far = 예측해 보세요. Transfer Acceleration으로 엣지 로케이션을 거치면 얼마나 빠를까요?
acceleration-predict-far-direct = 빠르지 않아요
acceleration-predict-far-some = 5배까지 빨라요
acceleration-predict-far-many = 5배 넘게 빨라요
acceleration-beat-race = 바로 가면 { $direct-rate }로 { $direct-time }, 엣지를 거치면 { $edge-rate }로 { $edge-time } 걸려요. { $times }배 빠르고 요금은 { $fee }예요.
acceleration-beat-curve = 연결 하나는 대답 없이 { $window }까지 내보내요. 대답이 늦을수록 덜 보내요. { $rtt } ms면 { $direct-rate }, { $edge-rtt } ms면 { $edge-rate }예요.
acceleration-beat-parallel = 연결을 { $connections }개 쓰면 바로 가는 길은 { $direct-rate }, 엣지는 { $edge-rate }예요. 파트를 함께 보내는 것도 도움이 돼서 차이가 { $times }배로 줄었어요.
acceleration-beat-near = 예측해 보세요. 클라이언트가 버킷과 같은 도시에서 연결 하나로 보내요. 어느 길이 빠르고, 엣지 요금은 나올까요?
acceleration-predict-near-edge = 엣지가 빠르고 요금이 나와요
acceleration-predict-near-direct = 바로 가는 길이 빠르고 요금은 없어요
acceleration-beat-home = { $city }에서는 대답이 { $rtt } ms 만에 와요. 바로 가면 { $direct-time }, 엣지를 거치면 { $edge-time }이에요. 더 빠르지 않으니 AWS는 요금을 받지 않아요({ $fee }).
acceleration-beat-ways-why = 먼 연결을 늦추는 것은 대답을 기다리는 시간이에요. 가까운 엣지 로케이션이 대신 대답하고, 거기부터는 AWS 네트워크가 날라요. 빨라졌을 때만 요금을 내요.

## 장면: 켜기
acceleration-beat-switch-question = films-417과 films.417, 두 버킷을 먼 클라이언트에게도 빠르게 하려고 해요. 버킷에서는 무엇을, 클라이언트에서는 무엇을 해야 할까요?
acceleration-beat-names = 예측해 보세요. 둘 가운데 어느 버킷에서 Transfer Acceleration을 켤 수 있을까요?
acceleration-predict-names-both = 둘 다
acceleration-predict-names-plain = films-417만
acceleration-predict-names-neither = 둘 다 안 돼요
acceleration-beat-enable = films-417에서는 켜졌어요. films.417은 거부됐어요. 이름에 점이 있으면 Transfer Acceleration을 못 써요.
acceleration-beat-endpoints = GetBucketAccelerateConfiguration의 답은 Enabled예요. 이제 주소가 둘이고, s3-accelerate가 든 주소만 엣지를 거쳐요.
acceleration-beat-switch-why = 버킷에서 한 번 켜고, 클라이언트는 s3-accelerate 주소를 써요. 평소 주소를 쓰면 전처럼 바로 가고 요금도 없어요.

## 다른 길로 간 장면
acceleration-other-unraced = 이 설정으로는 아직 보내지 않았어요. "두 길로 보내기"를 눌러 보세요.
acceleration-other-direct = { $city }에서 { $region }까지 바로 가면 { $direct-time }, 엣지를 거치면 { $edge-time } 걸려요. 여기서는 엣지가 더 빠르지 않고 요금도 없어요.
acceleration-other-single = 연결 하나로는 바로 { $direct-rate }, 엣지로 { $edge-rate }예요. 여러 개를 함께 써 보세요.
acceleration-other-edge = { $city }에서 { $region }까지는 엣지가 빨라요. { $direct-time } 대신 { $edge-time }, 요금은 { $fee }예요. { $near }의 클라이언트를 골라 보세요.
acceleration-other-off = 지금 films-417은 Transfer Acceleration이 켜져 있지 않아요. 켜 보세요.

## 조절 값
acceleration-set-city = 클라이언트
acceleration-set-region = 버킷
acceleration-set-mbps = 회선
acceleration-set-size = 파일
acceleration-set-connections = 연결 수
acceleration-set-window = 창 크기
acceleration-set-loss = 손실
acceleration-race = 두 길로 보내기
acceleration-race-hint = 같은 업로드를 바로 가는 길과 엣지 로케이션을 거치는 길로 계산해요.
acceleration-city-seoul = 서울
acceleration-city-tokyo = 도쿄
acceleration-city-singapore = 싱가포르
acceleration-city-mumbai = 뭄바이
acceleration-city-sydney = 시드니
acceleration-city-frankfurt = 프랑크푸르트
acceleration-city-cape-town = 케이프타운
acceleration-city-virginia = 버지니아
acceleration-city-los-angeles = 로스앤젤레스
acceleration-city-sao-paulo = 상파울루

## 그림과 숫자
acceleration-way-direct = 바로: { $city }에서 { $region }까지
acceleration-way-edge = 엣지를 거쳐: { $city }, 엣지 로케이션, { $region }
acceleration-line-direct = { $way }: 클라이언트는 리전의 대답을 { $rtt } ms씩 기다려요
acceleration-line-edge = { $way }: 클라이언트는 엣지 로케이션(고리)의 대답을 { $rtt } ms씩 기다려요
acceleration-rtt = 왕복
acceleration-rtt-how = 계산 방법: 지구 위 거리를 1 ms에 200 km로 오가는 시간 × 1.6(돌아가는 길) + 4 ms. 엣지 로케이션까지는 10 ms로 봐요.
acceleration-rate = 속도
acceleration-rate-how = 계산 방법: 회선, 연결마다 창 크기 ÷ 왕복, 손실이 있으면 1,460바이트 × 1.22 ÷ √손실 ÷ 왕복. 이 가운데 가장 작은 것.
acceleration-time = 시간
acceleration-time-how = 계산 방법: 바이트 ÷ 속도에 마지막 대답을 더해요. 마지막 대답은 어느 길이든 리전에서 와요.
acceleration-fee = 요금
acceleration-fee-how = 계산 방법: GB × 0.04 USD(미국, 유럽, 일본의 엣지 로케이션) 또는 0.08 USD(그 밖). AWS가 공개한 단가예요. 더 빠르지 않으면 0이에요. 들어오는 데이터에 다른 요금은 없어요.
acceleration-per-second = { $bytes }/초
acceleration-seconds = { $n }초
acceleration-minutes = { $n }분
acceleration-hours = { $n }시간
acceleration-days = { $n }일
acceleration-chart-head = 왕복 시간과 초당 MB
acceleration-chart-line = 이 회선과 창 크기
acceleration-chart-edge = 엣지를 거쳐
acceleration-chart-direct = 바로
acceleration-chart-empty = 두 길로 보내면 여기에 속도가 보여요.

## 스위치
acceleration-switch-on = Transfer Acceleration: Enabled(켜짐)
acceleration-switch-suspended = Transfer Acceleration: Suspended(멈춤)
acceleration-switch-unset = Transfer Acceleration: 켠 적 없음
acceleration-address-usual = 평소 주소
acceleration-address-fast = 엣지를 거치는 주소
acceleration-enable = 켜기
acceleration-enable-on = { $bucket } 버킷의 Transfer Acceleration 켜기
acceleration-suspend = 멈추기
acceleration-suspend-on = { $bucket } 버킷의 Transfer Acceleration 일시 중지
acceleration-cli = 올릴 때 쓰는 법

## 일어난 일
acceleration-happened = 일어난 일
acceleration-last-nothing = 아직 보내지 않았어요. 두 길로 보내거나 조절 값을 바꿔 보세요.
acceleration-last-set-up = 설정을 바꿨어요. { $city }에서 { $region }까지 { $size }예요. 아직 보내지는 않았어요.
acceleration-last-edge = { $direct-time } 대신 엣지로 { $edge-time } 걸렸어요. 연결 하나가 { $window }를 내보내고 기다리는 시간이 바로 가면 { $rtt } ms, 엣지라면 { $edge-rtt } ms예요. 요금은 GB당 { $per-gb }, 모두 { $fee }예요.
acceleration-last-edge-lossy = { $direct-time } 대신 엣지로 { $edge-time } 걸렸어요. 잃은 패킷을 엣지에서는 { $edge-rtt } ms 만에, 바로 가면 { $rtt } ms 만에 알아채요. 요금은 GB당 { $per-gb }, 모두 { $fee }예요.
acceleration-last-line = 두 길 모두 회선이 가득 차서 엣지로 얻을 것이 없어요. { $direct-time }, { $edge-time }이에요. AWS는 요금을 받지 않아요.
acceleration-last-direct = 바로 가면 { $direct-time }, 엣지를 거치면 { $edge-time } 걸렸어요. 리전이 가까워서 엣지가 도움이 안 되고, AWS는 요금을 받지 않아요.
acceleration-did-nothing = 아직 한 일이 없어요. 버킷에서 Transfer Acceleration을 켜 보세요.
acceleration-did-enable = 켜졌어요. 이제 s3-accelerate 주소로도 보낼 수 있어요. 평소 주소는 전처럼 바로 가요.
acceleration-did-suspend = 멈췄어요. 평소 주소만 쓸 수 있어요.
acceleration-did-get = 버킷에 저장된 상태예요. 켠 적 없는 버킷은 아무것도 답하지 않아요.
acceleration-why-dots = 이름에 점이 있으면 Transfer Acceleration을 못 써요. s3-accelerate.amazonaws.com의 인증서와 맞지 않아요. 이름에 점이 없는 버킷을 써 보세요.
acceleration-why-other = 요청이 거부되어 바뀐 것이 없어요. AWS의 말을 읽고 명령을 고쳐 보세요.
acceleration-simplified = 단순화: 왕복 시간은 거리로 어림하고, 엣지는 10 ms 거리에 있어요. 손실은 두 길에 똑같이 있고, AWS 네트워크가 가장 좁은 곳이 되는 일은 없어요.
acceleration-simplified-switch = 스위치와 거부는 모델의 답이에요. 여기서는 올리는 데 시간이 걸리지 않아요. 시간은 다른 시작 상태에서 봐요.

## 강사를 위한 메모
acceleration-note-ways-question = 상파울루와 서울을 패킷이 오가는 데 얼마나 걸릴지 물어보세요. 유리 속 빛만으로도 180 ms쯤 걸려요.
acceleration-note-far = 손을 세고 까닭을 물어보세요. 회선이 넓어서일까요, 덜 기다려서일까요?
acceleration-note-race = 점을 짚어 주세요. 같은 때에 한 줄은 빽빽하고 한 줄은 거의 비어 있어요.
acceleration-note-curve = 곡선은 창 크기를 왕복 시간으로 나눈 것이에요. 왕복이 반이면 어떻게 되는지 물어보세요.
acceleration-note-parallel = AWS CLI가 알아서 하는 일이에요. 요청을 10개까지 함께 보내요.
acceleration-note-near = 수강생이 직접 서울을 고르고, 보내기 전에 어림하게 하세요.
acceleration-note-home = 요금을 짚어 주세요. AWS가 스스로 견주어 보고, 더 빠르지 않으면 받지 않아요.
acceleration-note-ways-why = 회선을 20 Mbps로 바꿔 보세요. 회선이 가장 좁아서 엣지로 얻을 것이 없어요.
acceleration-note-switch-question = 이름에 점이 있는 버킷을 본 사람이 있는지, 왜 그런지 물어보세요. 웹사이트인 경우가 많아요.
acceleration-note-names = 명령을 보내기 전에 손을 세어 보세요.
acceleration-note-enable = 오류를 소리 내어 읽어 주세요. 점이 문제라고 적혀 있어요.
acceleration-note-endpoints = 두 주소를 함께 보여 주세요. 올리는 방법은 그대로이고 호스트 이름만 달라요.
acceleration-note-switch-why = 새 주소를 모르는 클라이언트는 어떻게 되는지 물어보세요.
