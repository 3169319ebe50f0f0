export default function WorkforcePage() {
  return null;
}
