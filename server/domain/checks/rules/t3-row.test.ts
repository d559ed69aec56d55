import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { t3Row } from './t3-row';

testRuleExamples(t3Row);
