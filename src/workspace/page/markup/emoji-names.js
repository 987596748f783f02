const TABLE = `
👀 eyes|🎫 ticket|✅ white_check_mark|⛔ no_entry|⚠️ warning|❔ grey_question|❓ question|👍 +1|👍 thumbsup|👎 -1|👎 thumbsdown
⏳ hourglass_flowing_sand|⌛ hourglass|❗ exclamation|❗ heavy_exclamation_mark|✔️ heavy_check_mark|☑️ ballot_box_with_check|❌ x|❎ negative_squared_cross_mark
🚫 no_entry_sign|🛑 octagonal_sign|ℹ️ information_source|💡 bulb|🔔 bell|🔕 no_bell|📣 mega|📢 loudspeaker|🚨 rotating_light|🔥 fire
🎉 tada|🙌 raised_hands|👏 clap|🙏 pray|🤝 handshake|👋 wave|👌 ok_hand|✌️ v|🤞 crossed_fingers|💪 muscle|👉 point_right|👈 point_left|☝️ point_up|👇 point_down|✋ hand|✋ raised_hand|🫡 saluting_face
😀 grinning|😃 smiley|😄 smile|😁 grin|😆 laughing|😅 sweat_smile|😂 joy|🤣 rolling_on_the_floor_laughing|🙂 slightly_smiling_face|🙃 upside_down_face|😉 wink|😊 blush|😇 innocent|😍 heart_eyes|😘 kissing_heart|😋 yum|😜 stuck_out_tongue_winking_eye|🤔 thinking_face|🤔 thinking|🤨 face_with_raised_eyebrow|😐 neutral_face|😑 expressionless|😶 no_mouth|🙄 face_with_rolling_eyes|😏 smirk|😣 persevere|😥 disappointed_relieved|😮 open_mouth|🤐 zipper_mouth_face|😯 hushed|😪 sleepy|😫 tired_face|😴 sleeping|😌 relieved|😓 sweat|😔 pensive|😕 confused|🤯 exploding_head|😲 astonished|🙁 slightly_frowning_face|😞 disappointed|😟 worried|😤 triumph|😢 cry|😭 sob|😨 fearful|😩 weary|😬 grimacing|😱 scream|😳 flushed|😵 dizzy_face|😡 rage|😠 angry|😷 mask|🤒 face_with_thermometer|🤓 nerd_face|😎 sunglasses|🥳 partying_face|🤖 robot_face|👻 ghost|💩 hankey|💀 skull|🫠 melting_face|🫥 dotted_line_face
❤️ heart|🧡 orange_heart|💛 yellow_heart|💚 green_heart|💙 blue_heart|💜 purple_heart|🖤 black_heart|💔 broken_heart|💯 100|✨ sparkles|⭐ star|🌟 star2|⚡ zap|💥 boom|💬 speech_balloon|💭 thought_balloon|💤 zzz
📌 pushpin|📍 round_pushpin|📎 paperclip|🔗 link|📝 memo|✏️ pencil2|📄 page_facing_up|📃 page_with_curl|📋 clipboard|📅 date|📆 calendar|🗓️ spiral_calendar_pad|📊 bar_chart|📈 chart_with_upwards_trend|📉 chart_with_downwards_trend|📁 file_folder|📂 open_file_folder|🗂️ card_index_dividers|🗃️ card_file_box|🗄️ file_cabinet|🗑️ wastebasket|📦 package|📥 inbox_tray|📤 outbox_tray|✉️ envelope|📧 email|📨 incoming_envelope|📚 books|📖 book|🔖 bookmark|🏷️ label
🔒 lock|🔓 unlock|🔐 closed_lock_with_key|🔑 key|🛡️ shield|🔧 wrench|🔨 hammer|🛠️ hammer_and_wrench|⚙️ gear|🔩 nut_and_bolt|🧰 toolbox|🧪 test_tube|🔬 microscope|🔍 mag|🔎 mag_right|💾 floppy_disk|💿 cd|💻 computer|🖥️ desktop_computer|⌨️ keyboard|🖨️ printer|☁️ cloud|🌐 globe_with_meridians|🌍 earth_africa|🐛 bug|🐢 turtle|🐌 snail|🐙 octopus|🦊 fox_face|🐱 cat|🐶 dog
⏰ alarm_clock|⏱️ stopwatch|⏲️ timer_clock|🕐 clock1|🕑 clock2|🕒 clock3|⏪ rewind|⏩ fast_forward|⏮️ black_left_pointing_double_triangle_with_vertical_bar|⏸️ double_vertical_bar|▶️ arrow_forward|◀️ arrow_backward|⏹️ black_square_for_stop|➡️ arrow_right|⬅️ arrow_left|⬆️ arrow_up|⬇️ arrow_down|↩️ leftwards_arrow_with_hook|↪️ arrow_right_hook|🔄 arrows_counterclockwise|🔁 repeat|🔀 twisted_rightwards_arrows|➕ heavy_plus_sign|➖ heavy_minus_sign|♻️ recycle
🔴 red_circle|🟠 large_orange_circle|🟡 large_yellow_circle|🟢 large_green_circle|🔵 large_blue_circle|🟣 large_purple_circle|⚪ white_circle|⚫ black_circle|🟥 large_red_square|🟩 large_green_square|🔶 large_orange_diamond|🔷 large_blue_diamond|🔸 small_orange_diamond|🔹 small_blue_diamond
1️⃣ one|2️⃣ two|3️⃣ three|4️⃣ four|5️⃣ five|6️⃣ six|7️⃣ seven|8️⃣ eight|9️⃣ nine|🔟 keycap_ten|0️⃣ zero|🆗 ok|🆕 new|🆘 sos|🅿️ parking|🆙 up|🆒 cool|🆓 free
☕ coffee|🍵 tea|🍺 beer|🍰 cake|🎂 birthday|🍕 pizza|🍎 apple|🥐 croissant|🧇 waffle|🧀 cheese_wedge|🎁 gift|🎈 balloon|🏆 trophy|🥇 first_place_medal|🎯 dart|🎨 art|🎵 musical_note|🚀 rocket|🚧 construction|🚢 ship|🚑 ambulance|🚒 fire_engine|🏁 checkered_flag|🚩 triangular_flag_on_post|🏠 house|🏢 office|🏥 hospital|⚓ anchor|🧯 fire_extinguisher|🪣 bucket|🧹 broom|☀️ sunny|🌙 crescent_moon|❄️ snowflake|🌈 rainbow|🌱 seedling|🌲 evergreen_tree
🇸🇪 flag-se|🇫🇷 flag-fr|🇳🇱 flag-nl|🇬🇧 flag-gb|🇪🇺 flag-eu|🇩🇪 flag-de|🇧🇪 flag-be|🇺🇸 flag-us|🇨🇦 flag-ca|🇫🇮 flag-fi|🇳🇴 flag-no|🇩🇰 flag-dk
👤 bust_in_silhouette|👥 busts_in_silhouette|🙋 raising_hand|🙋 wave_hand|🤷 shrug|🤦 face_palm|🕵️ sleuth_or_spy|👷 construction_worker|🧑‍💻 technologist|🧑‍🚒 firefighter|🗣️ speaking_head_in_silhouette|👁️ eye|🧠 brain
`;

/** Signs by Slack's short names: those one meets at work, not all of Unicode. */
export const EMOJI = new Map(
  TABLE.trim()
    .split(/[\n|]/)
    .map((pair) => {
      const [sign = "", name = ""] = pair.split(" ");
      return [name, sign];
    }),
);
