/**
 * Invented people's names by where the names come from; alternative spellings joined by a stroke.
 */
export type NameGroup = {
  group: string
  women: string
  men: string
  families: string
  /** Share of records that put the family name first. */
  familyFirst: number
  /** Share of birth dates held as 1 January, as happens to people registered without papers. */
  firstOfJanuary: number
}

/**
 * Commonest names first: a name is drawn about as often as one over its place in the list, so that
 * Singh, Kaur, Nguyen and Smith are as crowded as they are in life. General knowledge, no person.
 */
export const nameGroups: readonly NameGroup[] = [
  {
    group: 'British and Irish',
    women:
      'Margaret Susan Sarah Karen Emma Jacqueline Linda Elizabeth|Liz Catherine|Kate Siobhan ' +
      'Gemma ' +
      'Rachel Deborah|Debbie Nicola Michelle Bronwen Tracey|Tracy Joanne|Jo Fiona Hannah',
    men:
      'David|Dave John Paul Michael|Mike Andrew|Andy Mark James|Jamie Robert|Bob Stephen|Steven ' +
      'Kevin Gary|Garry Craig Sean|Shaun Gareth Darren Lee Stuart|Stewart Neil Ewan Liam',
    families:
      'Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Roberts Johnson Wright ' +
      'Walker ' +
      'White Thompson|Thomson Hughes Edwards Green OBrien|O’Brien Murphy Clarke|Clark McDonald ' +
      'Hall Wood Harris Kelly Cooper Ward Brocklehurst Featherstone',
    familyFirst: 0.005,
    firstOfJanuary: 0.01,
  },
  {
    group: 'South Asian, Muslim',
    women:
      'Fatima|Fatema Aisha|Ayesha Nasreen|Nasrin Shabana Rukhsana Zainab|Zaynab Khadija|Khadijah ' +
      'Samina Yasmin|Yasmeen Bushra Nadia Farzana Rabia Amina Saima Parveen|Parvin Noor|Nur',
    men:
      'Mohammed|Muhammad Mohammad|Md Ahmed|Ahmad Ali Imran Abdul Tariq|Tarik Hassan|Hasan Usman ' +
      'Bilal Khalid Yusuf|Yousuf Rashid|Rasheed Asif Shahid|Shaheed Ibrahim Nadeem Faisal Kamran',
    families:
      'Khan Begum Ahmed|Ahmad Hussain|Hussein Ali Bibi Islam Miah|Mia Rahman|Rehman Akhtar Iqbal ' +
      'Mahmood|Mahmud Malik Shah Uddin Chowdhury|Choudhury Sheikh|Shaikh Mirza Qureshi Ansari',
    familyFirst: 0.02,
    firstOfJanuary: 0.06,
  },
  {
    group: 'South Asian, Sikh and Hindu',
    women:
      'Harpreet Jaspreet Manpreet Kiran Priya Sunita Gurpreet Anita Rajinder|Rajwinder Balwinder ' +
      'Meena|Mina Sangeeta|Sangita Lakshmi|Laxmi Kavita Neha Pooja|Puja Surinder Amrit',
    men:
      'Gurpreet Harjit Amrit Rajesh Sanjay Manjit Balbir Sukhdev Jaswinder Ravi|Ravinder Vijay ' +
      'Ashok Parminder Sunil Krishna|Krishnan Dinesh Suresh Kuldip|Kuldeep Mohan Nitin',
    families:
      'Singh Kaur Patel Sharma Gill Sidhu|Sandhu Dhillon Kumar Shah Desai Mistry Bains Sahota ' +
      'Rai ' +
      'Mehta Joshi Chauhan|Chohan Aggarwal|Agarwal Iyer Nair',
    familyFirst: 0.02,
    firstOfJanuary: 0.03,
  },
  {
    group: 'East and South-East Asian',
    women:
      'Mei|May Li|Lee Xiaoming|Xiao-Ming Ying Lan Hui Thi|Thị Hong|Hồng Yan Jing Min Anh Linh ' +
      'Siew Soo-Jin|Soojin Hye Maricel Grace Jocelyn Thuy|Thùy',
    men:
      'Wei Jun Ming Chun Van|Văn Minh Tuan|Tuấn Jian Hao Kai Hyun Sung-Min|Sungmin Duc|Đức Yong ' +
      'Kwok Chi Ho Jose Renato Bao|Bảo',
    families:
      'Wang Li|Lee Zhang|Chang Nguyen|Nguyễn Chen|Chan Liu|Lau Tran|Trần Huang|Wong Kim Wu|Ng ' +
      'Lin|Lam Pham|Phạm Park Zhou|Chow Le|Lê Santos Reyes Xu|Hsu Tan Ho',
    familyFirst: 0.15,
    firstOfJanuary: 0.03,
  },
  {
    group: 'African and Caribbean',
    women:
      'Grace Blessing Ngozi Fatou Abena Adwoa|Adjoa Chidinma|Chi Folake Amina|Aminata Precious ' +
      'Comfort Patience Shanice Marcia Hodan Ifeoma Funmilayo|Funmi Sahra|Sarah Winsome Yaa',
    men:
      'Emmanuel Samuel Chukwuemeka|Emeka Oluwaseun|Seun Kwame Kofi Abdi Mohamed|Maxamed Tunde ' +
      'Ibrahim|Ibrahima Winston Leroy Desmond Tendai Babatunde|Tunde Yaw Mamadou Cuthbert ' +
      'Errol Musa',
    families:
      'Mohamed|Maxamed Okafor Mensah Williams Ali Abdi Campbell Adeyemi|Adeyemi-Cole Osei Owusu ' +
      'Brown Diallo Hassan|Xasan Okonkwo Boateng Moyo Ndlovu Olawale|Ola Grant Adebayo Eze Sesay',
    familyFirst: 0.04,
    firstOfJanuary: 0.08,
  },
  {
    group: 'Arabic, Persian and Afghan',
    women:
      'Mariam|Maryam Zahra|Zahraa Leila|Layla Noor|Nour Huda Fatemeh|Fatima Rana Shirin|Shireen ' +
      'Samira|Sameera Amal Rania Farida Soraya|Suraya Hanan Dalal Parisa Nahid Zeinab|Zaynab',
    men:
      'Mohammed|Mohamad Ahmad|Ahmed Ali Hussein|Hossein Omar|Umar Khaled|Khalid Reza ' +
      'Mahmoud|Mahmud ' +
      'Abdullah|Abdallah Hamid|Hameed Yasser|Yasir Karim|Kareem Najib|Najeeb Samir Mehdi|Mahdi ' +
      'Jawad',
    families:
      'Al-Hassan|Alhassan Ahmadi Mohammadi Hosseini|Husseini Rahimi Al-Ali|Ali Haidari|Haydari ' +
      'Khalil El-Sayed|Elsayed Karimi Noori|Nouri Al-Rashid|Rashid Najafi Saleh|Salih Amiri ' +
      'Haddad ' +
      'Bin-Omar|Omar Stanekzai Barakat|Barakaat Mansour|Mansoor',
    familyFirst: 0.05,
    firstOfJanuary: 0.25,
  },
  {
    group: 'Central and Eastern European',
    women:
      'Anna|Ania Katarzyna|Kasia Agnieszka|Aga Maria Małgorzata|Gosia Elena|Olena Ioana Natalia ' +
      'Magdalena|Magda Svetlana|Svitlana Zofia Daniela Joanna|Asia Irina|Iryna Ewa Monika Petra',
    men:
      'Piotr|Peter Krzysztof|Chris Andrzej Tomasz|Tomek Marcin Paweł Ion|Ioan Alexandru|Alex ' +
      'Mihai Oleksandr|Alexander Jakub|Kuba Łukasz Grzegorz Vasile Andrei Ivan Dmytro|Dmitri Jan',
    families:
      'Nowak Kowalski|Kowalska Popescu Wiśniewski|Wisniewska Ivanov|Ivanova Wójcik Horváth ' +
      'Ionescu ' +
      'Kamiński|Kaminska Lewandowski Dumitru Zieliński Novák|Novakova Shevchenko Szymański Rusu ' +
      'Kovalenko Dąbrowski Tóth Stan',
    familyFirst: 0.02,
    firstOfJanuary: 0.02,
  },
]
