import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nFee } from './n-fee';

itKeepsItsExamples(nFee);
